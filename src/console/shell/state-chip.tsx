/** How far something is, in a word with a mark. */
import type { StateWords } from '../words/states.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './state-chip.module.css';

const signs: Readonly<Record<StateWords['tone'], IconName>> = {
  quiet: 'hand',
  busy: 'pen',
  wanted: 'info',
  good: 'check',
  bad: 'warn',
};

/** A chip; its word and its sign say what its colour says. */
export function StateChip({ words }: { readonly words: StateWords }) {
  return (
    <span className={styles.chip} data-tone={words.tone}>
      <Icon name={signs[words.tone]} /> {words.label}
    </span>
  );
}
