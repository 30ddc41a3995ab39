/** Ways to see more of the line in hand: as inboxes show it, and all that happened to it. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useKeyboard } from '../keyboard/keyboard.tsx';
import { linePath } from '../navigation/addresses.ts';
import { KeyButton } from './key-button.tsx';
import styles from './line-card.module.css';

/** Quiet buttons at the upper end of the card. */
export function LineLinks(props: {
  readonly candidateId: string;
  readonly isPreviewed: boolean;
  readonly onPreview: () => void;
}) {
  const { areLettersOn } = useKeyboard();
  return (
    <div className={styles.links}>
      <KeyButton
        shortcut="p"
        label="Preview"
        variant={props.isPreviewed ? 'light' : 'subtle'}
        aria-pressed={props.isPreviewed}
        size="compact-sm"
        onClick={props.onPreview}
      />
      <Button
        component={Link}
        className={styles.keyed}
        href={linePath(props.candidateId)}
        variant="subtle"
        size="compact-sm"
        {...(areLettersOn
          ? {
              'aria-keyshortcuts': 'h',
              rightSection: (
                <span className={styles.key} aria-hidden="true">
                  h
                </span>
              ),
            }
          : {})}
      >
        History
      </Button>
    </div>
  );
}
