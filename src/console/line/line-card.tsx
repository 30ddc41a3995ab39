/** One waiting line: the line itself, what was found in it, and what can be done with it. */
import type { ReactNode } from 'react';
import type { Finding } from '../../domain/finding.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { usePolicyShown } from '../api/use-policy-shown.ts';
import { FindingsList } from '../text/findings-list.tsx';
import { numbered } from '../text/marked-line.tsx';
import { SubjectText } from '../text/subject-text.tsx';
import { draftFrom } from './drafts.ts';
import styles from './line-card.module.css';
import { LineFacts } from './line-facts.tsx';
import { LineLinks } from './line-links.tsx';
import { LinePreview } from './preview/line-preview.tsx';
import { withSuggestion } from './with-suggestion.ts';

/** A card; `children` are its actions or the form in their place. */
export function LineCard(props: {
  readonly entry: QueueEntryView;
  readonly position: number;
  readonly locale: string;
  readonly isActive: boolean;
  readonly isSkipped: boolean;
  /** Whether it is shown as inboxes show it. */
  readonly isPreviewed: boolean;
  /** While it is edited the findings are those of the typed text, and stand in the editor. */
  readonly isEdited: boolean;
  readonly onActivate: () => void;
  readonly onPreview: () => void;
  /** Takes the text with a suggestion applied into the editor. */
  readonly onUse: ((text: string) => void) | null;
  readonly children: ReactNode;
}) {
  const { onUse } = props;
  const { candidate, item } = props.entry;
  const policy = usePolicyShown(item.brandId, candidate.verdict.policyHash);
  const findings = props.isEdited ? [] : candidate.verdict.findings;
  const taking = ({ suggestion, field }: Finding) =>
    suggestion && field === undefined && props.isActive && onUse
      ? () => onUse(withSuggestion(draftFrom(candidate), suggestion, field).text)
      : null;
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
        <div className={styles.top}>
          <LineFacts entry={props.entry} isSkipped={props.isSkipped} />
          {props.isActive && !props.isEdited && (
            <LineLinks candidateId={candidate.id} isPreviewed={props.isPreviewed} onPreview={props.onPreview} />
          )}
        </div>
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
        <FindingsList
          findings={findings}
          of={{ text: candidate.text, locale: props.locale }}
          taking={taking}
          {...(policy ? { policy } : {})}
        />
        {props.isPreviewed && <LinePreview entry={props.entry} locale={props.locale} />}
        {props.children}
      </article>
    </li>
  );
}
