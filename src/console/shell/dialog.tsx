/** A dialog over the page: its name, a way out, and what it asks. Focus is kept in it, and given back when it closes. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

/** `onClose` is also what Escape and a press beside it do. */
export function Dialog(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
}) {
  return (
    <Modal.Root
      opened={props.isOpen}
      onClose={props.onClose}
      transitionProps={{ duration: 0 }}
      size={props.size ?? 'md'}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.dialog}>
          <div className={styles.head}>
            <Modal.Title>{props.title}</Modal.Title>
            <Modal.CloseButton aria-label="Close" />
          </div>
          {props.children}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What the dialog can end with. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
