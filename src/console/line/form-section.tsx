/** A form in the place of a line's buttons. It takes focus when it opens, since the button that opened it is gone. */
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './line-card.module.css';

/** `label` names the region. */
export function FormSection({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={section} className={styles.form} aria-label={label} tabIndex={-1}>
      {children}
    </section>
  );
}
