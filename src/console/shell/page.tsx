/** The frame of a page: how wide it is, how far its parts stand from one another, and how its heading looks. */
import type { KeyboardEventHandler, ReactNode } from 'react';
import styles from './page.module.css';

/** `width` says what it is made of: text to read, a page of parts, or a table of many columns. */
export function Page(props: {
  readonly width?: 'text' | 'parts' | 'table';
  /** What is the page's own, besides the frame. */
  readonly className?: string | undefined;
  readonly onKeyDown?: KeyboardEventHandler;
  readonly children: ReactNode;
}) {
  return (
    <main
      className={[styles.page, props.className].filter(Boolean).join(' ')}
      data-width={props.width ?? 'parts'}
      {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
    >
      {props.children}
    </main>
  );
}
