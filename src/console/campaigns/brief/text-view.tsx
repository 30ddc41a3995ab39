/** The brief as text, to be pasted and edited; what is wrong with it stands by line. */
import { useRef } from 'react';
import { Icon } from '../../shell/icon.tsx';
import type { LineMistake } from './brief-text.ts';
import styles from './text-view.module.css';

/** From how many letters on a paste is put in by hand, which the browser cannot take back. */
const longPaste = 20_000;

/** `mistakes` come from the top. */
export function TextView(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly mistakes: readonly LineMistake[];
}) {
  const { text, mistakes } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const wrong = new Set(mistakes.map(({ line }) => line));
  const lines = text.split('\n');
  const goTo = (line: number) => {
    const area = field.current;
    if (!area) return;
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (line - 5));
  };
  return (
    <div className={styles.view}>
      <label htmlFor="brief-text" className={styles.label}>
        The brief as YAML or JSON
      </label>
      <div className={styles.editor}>
        <pre ref={gutter} className={styles.gutter} aria-hidden="true">
          {lines.map((_, index) => `${wrong.has(index + 1) ? '✕ ' : ''}${index + 1}`).join('\n')}
        </pre>
        <textarea
          ref={field}
          id="brief-text"
          className={styles.text}
          value={text}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={mistakes.length > 0}
          aria-describedby="text-mistakes"
          onChange={(event) => props.onText(event.currentTarget.value)}
          onPaste={(event) => {
            const put = event.clipboardData.getData('text/plain');
            // Browsers take half a minute over pasting some thousand lines; put into the value they are there at once.
            if (put.length < longPaste) return;
            event.preventDefault();
            const { selectionStart, selectionEnd, value } = event.currentTarget;
            props.onText(`${value.slice(0, selectionStart)}${put}${value.slice(selectionEnd)}`);
          }}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <ul id="text-mistakes" className={styles.mistakes} aria-label="Mistakes by line">
        {mistakes.map(({ line, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two mistakes of a line can say the same.
          <li key={index}>
            <button type="button" onClick={() => goTo(line)}>
              <Icon name="block" /> Line {line}
            </button>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
