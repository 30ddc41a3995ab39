/** The inbox preview of a line as it stands. */
import { Skeleton } from '@mantine/core';
import type { QueueEntryView } from '../../../http/contracts/review-routes.ts';
import { useTextCheck } from '../../api/use-text-check.ts';
import styles from './inbox-preview.module.css';
import { InboxPreview } from './inbox-preview.tsx';

/** Asks the server what each reader sees. */
export function LinePreview({ entry, locale }: { readonly entry: QueueEntryView; readonly locale: string }) {
  const { answer, trouble } = useTextCheck(entry.item.id, entry.candidate);
  if (answer) return <InboxPreview check={answer.check} locale={locale} note={null} />;
  if (trouble) return <p className={styles.note}>{trouble}</p>;
  return <Skeleton height={160} aria-label="Loading the preview" />;
}
