/** The list of keys, and the switch that turns single letters off. */
import { Kbd, Modal, Switch } from '@mantine/core';
import styles from './shortcut-help.module.css';

const keys = [
  ['j / k', 'Next line, line before'],
  ['a', 'Approve'],
  ['e', 'Edit, then Ctrl or ⌘ + Enter to approve the edited text'],
  ['r', 'Reject, then 1 to 9 for the reason, 0 for “fine, but not needed”, o for “other”, c to comment first'],
  ['Alt + 1 to 9', 'While editing: take the suggestion of that finding'],
  ['p', 'Show the line as inboxes show it, or put that away'],
  ['h', 'History of the line'],
  ['b', 'Send back: say what should be different, and another line is drafted'],
  ['c', 'Comment on the line without deciding it'],
  ['w', 'Write a line of your own for the cohort'],
  ['s', 'Skip: the line stays in the queue'],
  ['z', 'Undo the last decision; once its line is released, recall it'],
  ['n', 'Next cohort'],
  ['x', 'In the list: choose a line; Shift + x chooses all up to this one'],
  ['o', 'In the list: open the line'],
  ['v', 'In the list of blocked lines: ask for an override'],
  ['g h', 'Go home'],
  ['g q', 'Go to the queue'],
  ['g c', 'Go to the campaigns'],
  ['g o', 'Go to the overrides'],
  ['g l', 'Go to the library'],
  ['g b', 'Go to the brands'],
  ['g p', 'Go to people and access, for admins'],
  ['/', 'Search'],
  ['?', 'This list'],
  ['Esc', 'Back'],
] as const;

/** The dialog behind “?”. */
export function ShortcutHelp(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly areLettersOn: boolean;
  readonly onLetters: (areOn: boolean) => void;
}) {
  return (
    <Modal.Root opened={props.isOpen} onClose={props.onClose} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content className={styles.help}>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>Keys</Modal.Title>
          <Modal.CloseButton aria-label="Close the list of keys" />
        </div>
        <dl className={styles.keys}>
          {keys.map(([key, does]) => (
            <div key={key} className={styles.key}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label="Single-letter keys"
          description="Off: only Esc and Ctrl or ⌘ + Enter work. Kept in this browser."
          checked={props.areLettersOn}
          onChange={(event) => props.onLetters(event.currentTarget.checked)}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
