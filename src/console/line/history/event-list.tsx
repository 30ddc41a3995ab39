/** The events of a line as a list, oldest first. */

import { Link } from 'wouter';
import { usePolicyShown } from '../../api/use-policy-shown.ts';
import { linePath } from '../../navigation/addresses.ts';
import { Icon } from '../../shell/icon.tsx';
import { FindingsList } from '../../text/findings-list.tsx';
import { MarkedLine } from '../../text/marked-line.tsx';
import { TextDiff } from '../../text/text-diff.tsx';
import { dayAndTime } from '../../words/dates.ts';
import type { LineEvent } from './line-events.ts';
import styles from './line-page.module.css';

/** Each with who, when and why. */
export function EventList(props: {
  readonly events: readonly LineEvent[];
  readonly brandId: string;
  readonly locale: string;
}) {
  const { events, brandId, locale } = props;
  return (
    <ol className={styles.events}>
      {events.map((event) => (
        <li key={event.key} className={styles.event}>
          <span className={styles.dot}>
            <Icon name={event.icon} />
          </span>
          <div className={styles.told}>
            <p>
              <strong>{event.title}</strong>
              {event.by && (
                <>
                  {' by '}
                  <bdi>{event.by}</bdi>
                </>
              )}{' '}
              <time dateTime={event.at}>{dayAndTime(event.at)}</time>
            </p>
            {event.says && <p dir="auto">{event.says}</p>}
            {event.from && (
              <p>
                <Link href={linePath(event.from)}>The line it was taken from</Link>
              </p>
            )}
            {event.comment && <blockquote dir="auto">{event.comment}</blockquote>}
            {event.edit && <Edit edit={event.edit} locale={locale} />}
            {event.verdict && <Found event={event} verdict={event.verdict} brandId={brandId} locale={locale} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Edit(props: { readonly edit: NonNullable<LineEvent['edit']>; readonly locale: string }) {
  const { before, after } = props.edit;
  return (
    <div className={styles.diff}>
      <p>
        <TextDiff before={before.text} after={after.text} locale={props.locale} />
      </p>
      {(before.preheader ?? '') !== (after.preheader ?? '') && (
        <p>
          <TextDiff before={before.preheader ?? ''} after={after.preheader ?? ''} locale={props.locale} />
        </p>
      )}
    </div>
  );
}

function Found(props: {
  readonly event: LineEvent;
  readonly verdict: NonNullable<LineEvent['verdict']>;
  readonly brandId: string;
  readonly locale: string;
}) {
  const { event, verdict } = props;
  const policy = usePolicyShown(props.brandId, verdict.policyHash);
  const text = event.edit?.after ?? event.of;
  if (verdict.findings.length === 0) return <p className={styles.quiet}>Checked: no findings.</p>;
  return (
    <div className={styles.found}>
      {text && (
        <MarkedLine text={text.text} preheader={text.preheader} findings={verdict.findings} locale={props.locale} />
      )}
      <FindingsList
        findings={verdict.findings}
        {...(text ? { of: { text: text.text, locale: props.locale } } : {})}
        {...(policy ? { policy } : {})}
      />
    </div>
  );
}
