/** Says so where no model drafts. */
import type { MeView } from '../../http/contracts/access-routes.ts';
import { Icon } from '../shell/icon.tsx';
import styles from './writer-notice.module.css';

/** Nothing where a model drafts. */
export function WriterNotice({ writer }: { readonly writer: MeView['writer'] }) {
  if (writer.kind === 'model') return null;
  return (
    <aside className={styles.notice} aria-label="Who drafts">
      <Icon name="info" /> No model is configured: lines are drafted by the embedded writer.{' '}
      <span className={styles.remedy}>Set OPENAI_API_KEY or OPENAI_BASE_URL to have a model draft.</span>
    </aside>
  );
}
