/** Something could not be read: what, and a way to try again. */
import { Button } from '@mantine/core';
import styles from './failure-notice.module.css';

/** Says the error's own sentence. */
export function FailureNotice({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <div role="alert" className={styles.failure}>
      <p>{error.message}</p>
      <Button size="xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
