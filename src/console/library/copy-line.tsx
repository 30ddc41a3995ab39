/** The buttons that copy a line, and what the service says where it cannot be had in the dialect. */
import { Button } from '@mantine/core';
import type { LibraryLine } from '../../http/contracts/library-routes.ts';
import { type CopiedField, useCopyLine } from '../api/use-copy-line.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import styles from './library.module.css';

/** Nothing for a line that must not go out. `dialect` is null for the one it was written in. */
export function CopyLine(props: {
  readonly line: LibraryLine;
  readonly dialect: { readonly id: string; readonly name: string } | null;
}) {
  const { line, dialect } = props;
  const announce = useAnnounce();
  const copied = (field: CopiedField, text: string) =>
    announce(`${field === 'text' ? 'Copied' : 'Preheader copied'}${dialect ? ` for ${dialect.name}` : ''}: ${text}`);
  const { busy, failure, byHand, copy } = useCopyLine(line.id, dialect?.id ?? null, copied);
  if (line.heldBecause !== null) return null;
  return (
    <div className={styles.copy}>
      <Button size="compact-sm" variant="default" loading={busy === 'text'} onClick={() => copy('text')}>
        Copy
      </Button>
      {line.preheader !== null && (
        <Button size="compact-sm" variant="default" loading={busy === 'preheader'} onClick={() => copy('preheader')}>
          Copy preheader
        </Button>
      )}
      {failure !== null && (
        <p role="alert" className={styles.refused}>
          {failure}
        </p>
      )}
      {byHand !== null && (
        <p role="alert" className={styles.byHand}>
          The browser does not let this page copy. Copy it from here: <code>{byHand}</code>
        </p>
      )}
    </div>
  );
}
