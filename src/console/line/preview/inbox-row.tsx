/** One mail in the list of an inbox, cut where that device cuts. */
import type { InboxRendering, RenderedText } from '../../../domain/inbox.ts';
import { cutAt } from './cut-at.ts';
import styles from './inbox-preview.module.css';

/** How much of a subject a device shows. */
export type Device = { readonly name: string; readonly characters: number; readonly isWide: boolean };

/** The first words of the mail stand in for a preheader that is not there, as clients do it. */
export function InboxRow(props: {
  readonly device: Device;
  readonly rendering: InboxRendering;
  readonly sender: string;
  readonly locale: string;
}) {
  const { device, rendering, sender, locale } = props;
  const { shown, total, left } = cutAt(rendering.subject.text, device.characters);
  return (
    <figure className={styles.device} data-wide={device.isWide || undefined}>
      <figcaption>
        {device.name}, {device.characters} characters
        {left > 0 && (
          <span className={styles.cut}>
            {' '}
            cuts off {left} of {total}
          </span>
        )}
      </figcaption>
      <div className={styles.mail}>
        <span className={styles.face} aria-hidden="true">
          {[...sender][0]}
        </span>
        <span className={styles.from}>
          <bdi>{sender}</bdi>
        </span>
        <span className={styles.time}>9:41</span>
        <span className={styles.subject}>
          <Rendered text={{ ...rendering.subject, text: shown }} locale={locale} />
          {left > 0 && '…'}
        </span>
        <span className={styles.preheader}>
          {rendering.preheader ? (
            <Rendered text={rendering.preheader} locale={locale} />
          ) : (
            <i>The first words of the mail stand here</i>
          )}
        </span>
      </div>
    </figure>
  );
}

/** Inserted values are underlined with dots, so that one sees what the merge tags put in. */
function Rendered({ text: { text, inserted }, locale }: { readonly text: RenderedText; readonly locale: string }) {
  const values = inserted.filter(({ start, end }) => start < Math.min(end, text.length));
  const edges = [...values, { start: text.length, end: text.length }];
  let from = 0;
  return (
    <bdi lang={locale} dir="auto" className={styles.rendered}>
      {edges.map(({ start, end }) => {
        const before = text.slice(from, start);
        from = end;
        return (
          <span key={start}>
            {before}
            {end > start && <span className={styles.value}>{text.slice(start, end)}</span>}
          </span>
        );
      })}
    </bdi>
  );
}
