/** An example with what is found in it marked. */
import { VisuallyHidden } from '@mantine/core';
import { PlainText } from '../text/plain-text.tsx';
import styles from './rule-doc.module.css';

/** In the line `[|` and `|]` stand around what is found. */
export function ExampleLine({ line, locale }: { readonly line: string; readonly locale: string }) {
  let at = 0;
  return (
    <bdi lang={locale} dir="auto">
      {line.split(/(\[\|.*?\|\])/s).map((part) => {
        at += part.length + 1;
        if (!part.startsWith('[|')) return <PlainText key={at} text={part} isPart />;
        return (
          <mark key={at} className={styles.mark}>
            <VisuallyHidden>found: </VisuallyHidden>
            <PlainText text={part.slice(2, -2)} isPart />
          </mark>
        );
      })}
      {line === '' && <i>an empty line</i>}
    </bdi>
  );
}
