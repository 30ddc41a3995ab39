/** Two lines as one text: what was taken out struck through, what was put in underlined, each said in words as well. */
import { VisuallyHidden } from '@mantine/core';
import { PlainText } from './plain-text.tsx';
import styles from './text-diff.module.css';
import { wordDiff } from './word-diff.ts';

/** Unseen characters are named. */
export function TextDiff(props: { readonly before: string; readonly after: string; readonly locale: string }) {
  const { before, after, locale } = props;
  let at = 0;
  return (
    <bdi lang={locale} dir="auto" className={styles.diff}>
      {wordDiff(before, after, locale).map(({ kind, text }) => {
        at += text.length;
        const shown = <PlainText text={text} isPart />;
        if (kind === 'same') return <span key={`${at} ${kind}`}>{shown}</span>;
        const Mark = kind === 'deleted' ? 'del' : 'ins';
        return (
          <Mark key={`${at} ${kind}`} className={styles[kind]}>
            <VisuallyHidden>{kind}: </VisuallyHidden>
            {shown}
            <VisuallyHidden> end of {kind} </VisuallyHidden>
          </Mark>
        );
      })}
    </bdi>
  );
}
