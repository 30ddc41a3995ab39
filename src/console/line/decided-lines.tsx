/** The lines of a cohort that are decided, below those that wait. */
import { Link } from 'wouter';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { FurtherCohorts } from '../acts/further-cohorts.tsx';
import { LineComments } from '../acts/line-comments.tsx';
import type { useComments } from '../api/use-comments.ts';
import type { Session } from '../api/use-session.ts';
import { TakeBackButton } from '../deciding/take-back-button.tsx';
import { linePath } from '../navigation/addresses.ts';
import { Icon, type IconName } from '../shell/icon.tsx';
import { SubjectText } from '../text/subject-text.tsx';
import { outcomeOf } from '../words/decisions.ts';
import { passLabel, rejectLabel } from '../words/reasons.ts';
import { writerName } from '../words/writer.ts';
import styles from './decided-lines.module.css';

/** The id of their heading. */
const decidedId = 'decided';

/** Decided lines, the latest decision first. */
export function DecidedLines(props: {
  readonly entries: readonly QueueEntryView[];
  readonly locale: string;
  readonly session: Session;
  readonly comments: ReturnType<typeof useComments>;
}) {
  if (props.entries.length === 0) return null;
  const latestFirst = props.entries.toSorted((one, other) => (one.item.updatedAt < other.item.updatedAt ? 1 : -1));
  return (
    <section aria-labelledby={decidedId} className={styles.decided}>
      <h2 id={decidedId} tabIndex={-1}>
        Decided
      </h2>
      <ul>
        {latestFirst.map((entry) => (
          <DecidedLine
            key={entry.item.id}
            entry={entry}
            locale={props.locale}
            session={props.session}
            comments={props.comments}
          />
        ))}
      </ul>
    </section>
  );
}

function DecidedLine(props: {
  readonly entry: QueueEntryView;
  readonly locale: string;
  readonly session: Session;
  readonly comments: ReturnType<typeof useComments>;
}) {
  const { entry, locale } = props;
  const { decision, candidate, line } = entry;
  const approvedText = line && line.text !== candidate.text ? line.text : null;
  const plain = { locale, findings: [], numbers: [] };
  return (
    <li className={styles.line} data-outcome={entry.item.state}>
      <span className={styles.outcome}>
        <Icon name={signOf(entry)} />
        {decision ? outcomeOf(decision) : entry.item.state}
      </span>
      <div>
        <p>
          <SubjectText text={approvedText ?? candidate.text} {...plain} />
        </p>
        {approvedText !== null && (
          <p className={styles.quiet}>
            was: <SubjectText text={candidate.text} {...plain} />
          </p>
        )}
        <p className={styles.quiet}>
          {byWhom(entry)} · <Link href={linePath(candidate.id)}>History</Link>
        </p>
        {entry.whyAnother !== null && <p className={styles.quiet}>{entry.whyAnother}</p>}
        <LineComments comments={props.comments.of(entry.item.id)} />
      </div>
      <div className={styles.acts}>
        {props.session.mayDecide(entry.item.brandId) && <FurtherCohorts entry={entry} />}
        <TakeBackButton
          entry={entry}
          session={props.session}
          onRecalled={() => document.getElementById(decidedId)?.focus()}
        />
      </div>
    </li>
  );
}

function byWhom({ item, decision, decidedBy, firstApprovedBy, override, candidate, line }: QueueEntryView): string {
  const reason = decision?.kind === 'reject' ? rejectLabel(decision.reason) : null;
  const passed = decision?.warningsPassed ? `warning passed: ${passLabel(decision.warningsPassed)}` : null;
  const ended = line && line.state !== 'live' ? `${line.state}${line.reason ? `: ${line.reason}` : ''}` : null;
  const said = decision?.comment ? `“${decision.comment}”` : null;
  const first = item.state === 'approved' && firstApprovedBy ? `first approved by ${firstApprovedBy}` : null;
  const lifted = override ? `override by ${override.grantedBy}: ${override.answer}` : null;
  return [decidedBy, first, lifted, reason, passed, said, ended, writerName(candidate.provenance)]
    .filter((part) => part !== null)
    .join(' · ');
}

function signOf({ item }: QueueEntryView): IconName {
  if (item.state === 'approved') return 'check';
  if (item.state === 'approved-once') return 'hand';
  return item.state === 'rejected' ? 'cross' : 'skip';
}
