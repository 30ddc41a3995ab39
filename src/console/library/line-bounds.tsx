/** What an approval hangs on: time, facts and policy, each in a sentence. */
import { Link } from 'wouter';
import type { LibraryRecordView } from '../../http/contracts/library-routes.ts';
import { brandPath, linePath } from '../navigation/addresses.ts';
import { dayHere, inZone } from '../words/dates.ts';
import { writerKinds } from '../words/writer.ts';
import styles from './library.module.css';

/** Why the line may go out, or why not. */
export function LineBounds({ record }: { readonly record: LibraryRecordView }) {
  const { line } = record;
  return (
    <section aria-labelledby="bounds" className={styles.section}>
      <h2 id="bounds">Validity</h2>
      <dl className={styles.bounds}>
        <Row name={line.standing === 'live' ? 'Goes out' : 'State'}>{stateOf(record)}</Row>
        <Row name="Approved">
          by {line.approvedByName}, {inZone(line.approvedAt, record.brief.brief.timeZone)}
        </Row>
        <Row name="Facts">
          {record.areFactsInForce
            ? 'The brief still says what the line was approved under.'
            : 'The brief says something else than what the line was approved under.'}
        </Row>
        <Row name="Policy">
          {policyOf(record)} <Link href={`${brandPath(line.brandId)}?view=policy`}>See the policy in force</Link>
        </Row>
        <Row name="Written by">
          {writerKinds[line.writer]}, in the merge tags of <code>{line.dialect}</code>
        </Row>
        <Row name="History">
          <Link href={linePath(line.candidateId)}>All that happened to this line</Link>
        </Row>
      </dl>
    </section>
  );
}

function stateOf({ line, brief }: LibraryRecordView): string {
  const zone = brief.brief.timeZone;
  const until = inZone(line.validUntil, zone);
  switch (line.standing) {
    case 'live':
      return line.heldBecause === null ? `Until ${until}.` : `Held back now: ${line.heldBecause}.`;
    case 'in-grace':
      return `Held until ${inZone(line.releasedAt, zone)}, while its approval can be undone. Then until ${until}.`;
    case 'expired':
      return `It was valid until ${until}.`;
    case 'void':
    case 'recalled':
    case 'undone': {
      const since = inZone(line.updatedAt, zone);
      return line.reason === null ? `Over since ${since}.` : `Over since ${since}: ${line.reason}`;
    }
    default:
      return line.standing satisfies never;
  }
}

function policyOf({ isPolicyInForce, policyPublishedAt }: LibraryRecordView): string {
  const of = policyPublishedAt === null ? '' : ` of ${dayHere(policyPublishedAt)}`;
  return isPolicyInForce
    ? `It passed the policy${of}, which is in force.`
    : `It passed the policy${of}, which is not in force any more.`;
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
