/** A button that shows the key doing the same. */
import { Button, type ButtonProps } from '@mantine/core';
import { useKeyboard } from '../keyboard/keyboard.tsx';
import { Icon, type IconName } from '../shell/icon.tsx';
import styles from './line-card.module.css';

/** The key stands beside the name and is announced as its shortcut; it is hidden while letters are off. */
export function KeyButton({
  sign,
  shortcut,
  label,
  ...button
}: ButtonProps & {
  readonly sign?: IconName;
  readonly shortcut: string;
  readonly label: string;
  /** Of a button that stays pressed. */
  readonly 'aria-pressed'?: boolean;
  readonly onClick: () => void;
}) {
  const { areLettersOn } = useKeyboard();
  return (
    <Button
      {...button}
      className={styles.keyed}
      leftSection={sign && <Icon name={sign} />}
      rightSection={
        areLettersOn ? (
          <span className={styles.key} aria-hidden="true">
            {shortcut}
          </span>
        ) : null
      }
      {...(areLettersOn ? { 'aria-keyshortcuts': shortcut } : {})}
    >
      {label}
    </Button>
  );
}
