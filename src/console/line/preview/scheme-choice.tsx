/** Whether the inbox is a light or a dark one. */
import { VisuallyHidden } from '@mantine/core';
import styles from './inbox-preview.module.css';

const schemes = ['light', 'dark'] as const;

/** Two buttons, one of them pressed. */
export function SchemeChoice(props: {
  readonly scheme: 'light' | 'dark';
  readonly onChoose: (scheme: 'light' | 'dark') => void;
}) {
  return (
    <fieldset className={styles.schemes}>
      <VisuallyHidden component="legend">Colours of the inbox</VisuallyHidden>
      {schemes.map((scheme) => (
        <button
          key={scheme}
          type="button"
          aria-pressed={scheme === props.scheme}
          onClick={() => props.onChoose(scheme)}
        >
          {scheme === 'light' ? 'Light' : 'Dark'}
        </button>
      ))}
    </fieldset>
  );
}
