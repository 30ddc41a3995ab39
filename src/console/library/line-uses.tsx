/** Where a line went: the tools that fetched it, the sends it was used in, and what came of them. */
import type { LibraryRecordView } from '../../http/contracts/library-routes.ts';
import { Icon } from '../shell/icon.tsx';
import { dayHere, timeHere } from '../words/dates.ts';
import { money } from '../words/offer.ts';
import styles from './library.module.css';

/** Says so where nobody used it. */
export function LineUses({ record }: { readonly record: LibraryRecordView }) {
  const { deliveries, acknowledgements, outcomes } = record;
  return (
    <section aria-labelledby="uses" className={styles.section}>
      <h2 id="uses">Where it was used</h2>
      {deliveries.length === 0 && <p>No campaign tool has fetched it yet.</p>}
      <ul className={styles.uses}>
        {deliveries.map(({ clientId, client, deliveredAt }) => (
          <li key={clientId}>
            Fetched by <bdi>{client ?? 'a tool that was removed'}</bdi>, first on {at(deliveredAt)}.
          </li>
        ))}
        {acknowledgements.map((use) => (
          <li key={use.id}>
            Used in the send <code>{use.send.externalId}</code> on {at(use.usedAt)}.
            {use.findings.map(({ kind, message }) => (
              <p key={kind} className={styles.finding}>
                <Icon name="warn" /> {message}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {deliveries.length > 0 && acknowledgements.length === 0 && (
        <p className={styles.quiet}>No tool has said that it sent the line.</p>
      )}
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} />}
    </section>
  );
}

const counted = ['sends', 'opens', 'clicks', 'unsubscribes', 'complaints'] as const;

function Outcomes({ outcomes }: Pick<LibraryRecordView, 'outcomes'>) {
  return (
    // Focusable, because a narrow screen scrolls it sideways.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section className={styles.table} aria-label="What came of it" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Send</th>
            <th scope="col">Sent to</th>
            <th scope="col">Opens</th>
            <th scope="col">Clicks</th>
            <th scope="col">Unsubscribed</th>
            <th scope="col">Complaints</th>
            <th scope="col">Revenue</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome.id}>
              <th scope="row">{outcome.day}</th>
              <td>{outcome.send?.externalId ?? 'not said'}</td>
              {counted.map((name) => (
                <td key={name}>{outcome[name]?.toLocaleString('en-US') ?? '–'}</td>
              ))}
              <td>{outcome.revenue ? money(outcome.revenue) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function at(instant: string): string {
  return `${dayHere(instant)}, ${timeHere(instant)}`;
}
