/** A line as inboxes show it: each kind of reader, the unluckiest first, on two phones and a desktop. */
import { Button, useComputedColorScheme } from '@mantine/core';
import { useId, useState } from 'react';
import type { InboxRendering } from '../../../domain/inbox.ts';
import type { TextCheckView } from '../../../http/contracts/text-routes.ts';
import { count } from '../../words/counts.ts';
import { renderingWords } from '../../words/renderings.ts';
import styles from './inbox-preview.module.css';
import { InboxRow } from './inbox-row.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import { UnseenNote } from './unseen-note.tsx';

/** Shown at first; whoever wants to see more asks for it. */
const shownAtFirst = 2;

/** What a line shows on each kind of device, in characters of the subject; measured on one device each (docs/rules/length.md). */
const devices = [
  { name: 'Small phone', characters: 33, isWide: false },
  { name: 'Large phone', characters: 48, isWide: false },
  { name: 'Desktop', characters: 70, isWide: true },
] as const;

/** `note` says so where what is shown is not of the text on the screen. */
export function InboxPreview(props: {
  readonly check: Pick<TextCheckView, 'renderings' | 'sender'>;
  readonly locale: string;
  readonly note: string | null;
}) {
  const { renderings, sender } = props.check;
  const [areAllShown, setAreAllShown] = useState(false);
  const [scheme, setScheme] = useState(useComputedColorScheme('light', { getInitialValueInEffect: false }));
  const heading = useId();
  const shown = areAllShown ? renderings : renderings.slice(0, shownAtFirst);
  return (
    <section className={styles.preview} aria-labelledby={heading}>
      <div className={styles.head}>
        <h3 id={heading}>In the inbox</h3>
        <SchemeChoice scheme={scheme} onChoose={setScheme} />
      </div>
      {props.note && <p className={styles.note}>{props.note}</p>}
      <ul className={styles.readers}>
        {shown.map((rendering) => (
          <li key={rendering.name}>
            <Reader
              rendering={rendering}
              sender={sender}
              locale={props.locale}
              scheme={scheme}
              isOnly={renderings.length === 1}
            />
          </li>
        ))}
      </ul>
      {renderings.length > shown.length && (
        <Button variant="default" size="compact-sm" onClick={() => setAreAllShown(true)}>
          Show {count(renderings.length - shown.length, 'more reader')}
        </Button>
      )}
    </section>
  );
}

function Reader(props: {
  readonly rendering: InboxRendering;
  readonly sender: string;
  readonly locale: string;
  readonly scheme: 'light' | 'dark';
  /** Whether all readers see the same. */
  readonly isOnly: boolean;
}) {
  const { rendering } = props;
  const { title, detail } = renderingWords(rendering, props.isOnly);
  return (
    <section className={styles.reader} aria-label={title}>
      <p className={styles.who} data-kind={rendering.kind}>
        <strong>{title}</strong> {detail && <bdi>{detail}</bdi>}
      </p>
      <div className={styles.devices} data-scheme={props.scheme}>
        {devices.map((device) => (
          <InboxRow
            key={device.name}
            device={device}
            rendering={rendering}
            sender={props.sender}
            locale={props.locale}
          />
        ))}
      </div>
      <UnseenNote texts={[rendering.subject.text, rendering.preheader?.text ?? '']} />
    </section>
  );
}
