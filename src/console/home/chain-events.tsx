/** Events of audit chains as a table, newest first. */
import { Link } from 'wouter';
import type { AuditEventView } from '../../http/contracts/compliance-routes.ts';
import { libraryLinePath, linePath, requestPath } from '../navigation/addresses.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './chain-events.module.css';

/** `looked` is the number of the event that somebody came for. */
export function ChainEvents(props: {
  readonly events: readonly AuditEventView[];
  readonly nameOf: (brandId: string) => string;
  readonly looked: number | null;
}) {
  return (
    // A region that scrolls must be reachable by the keyboard (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={styles.scrolled} aria-labelledby="events" tabIndex={0}>
      <table className={styles.events}>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">About</th>
          </tr>
        </thead>
        <tbody>
          {props.events.map((event) => (
            <tr key={event.id} aria-current={event.sequence === props.looked ? 'true' : undefined}>
              <th scope="row">
                {event.sequence.toLocaleString('en-US')}
                <span className={styles.quiet}>
                  {' '}
                  <bdi>{props.nameOf(event.chain)}</bdi>
                </span>
              </th>
              <td>
                <time dateTime={event.at}>{dayAndTime(event.at)}</time>
              </td>
              <td>{event.action}</td>
              <td>
                <bdi>{whoOf(event)}</bdi>
              </td>
              <td>
                <Subject id={event.subject} />
                <details>
                  <summary>Details and hash</summary>
                  <code className={styles.raw}>{JSON.stringify(event.details)}</code>
                  <code className={styles.raw}>{event.hash}</code>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whoOf({ actor, actorName }: AuditEventView): string {
  if (actor.kind === 'service') return 'Linewright';
  return actorName ?? (actor.kind === 'client' ? 'A campaign tool' : actor.id);
}

/** What has a page is led to. */
function Subject({ id }: { readonly id: string }) {
  const [, path] = pathsOf.find(([prefix]) => id.startsWith(prefix)) ?? [];
  return path ? (
    <Link href={path(id)} className={styles.subject}>
      {id}
    </Link>
  ) : (
    <span className={styles.subject}>{id}</span>
  );
}

const pathsOf: readonly (readonly [prefix: string, path: (id: string) => string])[] = [
  ['cand_', linePath],
  ['line_', libraryLinePath],
  ['req_', requestPath],
];
