/** Says so where no model drafts. */
import type { MeView } from '../../http/contracts/access-routes.ts';
import styles from './writer-notice.module.css';

/** Nothing where a model drafts. */
export function WriterNotice({ writer }: { readonly writer: MeView['writer'] }) {
  if (writer.kind === 'model') return null;
  return (
    <p className={styles.notice}>
      No model is configured: lines are drafted by the embedded writer. Set OPENAI_API_KEY or OPENAI_BASE_URL to have a
      model draft.
    </p>
  );
}
