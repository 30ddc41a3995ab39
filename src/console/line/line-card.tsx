/** One waiting line: the line itself, what was found in it, and what can be done with it. */
import type { ReactNode } from 'react';
import type { Finding } from '../../domain/finding.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { FindingsList } from '../text/findings-list.tsx';
import { SubjectText } from '../text/subject-text.tsx';
import styles from './line-card.module.css';
import { LineFacts } from './line-facts.tsx';

/** A card; `children` are its actions or the form in their place. */
export function LineCard(props: {
  readonly entry: QueueEntryView;
  readonly position: number;
  readonly locale: string;
  readonly isActive: boolean;
  readonly isSkipped: boolean;
  readonly onActivate: () => void;
  /** Takes the text with a suggestion applied into the editor. */
  readonly onUse: ((text: string) => void) | null;
  readonly children: ReactNode;
}) {
  const { onUse } = props;
  const { candidate, item } = props.entry;
  const { findings } = candidate.verdict;
  return (
    <li>
      <article
        id={`line-${item.id}`}
        className={styles.card}
        data-active={props.isActive || undefined}
        aria-label={`Line ${props.position}`}
        aria-current={props.isActive ? 'true' : undefined}
        tabIndex={props.isActive ? -1 : 0}
        onFocus={props.isActive ? undefined : props.onActivate}
        // Not on pointer down: that would also take a line which a finger only scrolls past.
        onPointerUp={props.isActive ? undefined : props.onActivate}
      >
        <LineFacts candidate={candidate} isSkipped={props.isSkipped} />
        <p className={styles.line}>
          <SubjectText
            text={candidate.text}
            locale={props.locale}
            {...numbered(findings, ({ field }) => field === undefined)}
          />
        </p>
        {candidate.preheader !== null && (
          <p className={styles.preheader}>
            <SubjectText
              text={candidate.preheader}
              locale={props.locale}
              {...numbered(findings, ({ field }) => field === 'preheader')}
            />
          </p>
        )}
        <FindingsList findings={findings} {...(props.isActive && onUse ? { onUse, text: candidate.text } : {})} />
        {props.children}
      </article>
    </li>
  );
}

/** The findings of one field with their numbers in the whole list. */
export function numbered(findings: readonly Finding[], belongs: (finding: Finding) => boolean) {
  const chosen = findings.flatMap((finding, index) => (belongs(finding) ? [{ finding, number: index + 1 }] : []));
  return { findings: chosen.map(({ finding }) => finding), numbers: chosen.map(({ number }) => number) };
}
