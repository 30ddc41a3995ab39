/** Names the characters that no inbox shows, since the picture above hides them as an inbox does. */
import { Icon } from '../../shell/icon.tsx';
import { invisibleIn } from '../../text/invisible.ts';
import styles from './inbox-preview.module.css';

/** Nothing where every character can be seen. */
export function UnseenNote({ texts }: { readonly texts: readonly string[] }) {
  const names = [...new Set(texts.flatMap((text) => invisibleIn(text).map(({ name }) => name)))];
  if (names.length === 0) return null;
  return (
    <p className={styles.unseen}>
      <Icon name="info" /> Not to be seen above, and there: {names.join(', ')}.
    </p>
  );
}
