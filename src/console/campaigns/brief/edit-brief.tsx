/** The editor of a brief that is there. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import type { BriefRevision } from '../../../domain/brief.ts';
import { useBrands } from '../../api/use-brands.ts';
import { campaignsPath, requestPath } from '../../navigation/addresses.ts';
import { count } from '../../words/counts.ts';
import styles from './brief-editor.module.css';
import { BriefEditor } from './brief-editor.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { draftOf, isMembers, listAt, type Path } from './draft.ts';
import { EffectsPanel } from './effects-panel.tsx';
import { useEditor } from './use-editor.ts';
import { useRevising } from './use-revising.ts';

/** Brand, campaign and name of the brief stay what they are: other things hang on them. */
const fixed: ReadonlySet<string> = new Set(['brand', 'externalId', 'campaign/externalId']);

/** `revision` is the one in force when the page was opened. */
export function EditBrief({ revision }: { readonly revision: BriefRevision }) {
  const [initial] = useState(() => draftOf(revision.brief));
  const name = revision.rootId;
  const editor = useEditor({
    name,
    base: revision.revision,
    initial,
    isFixed: (path: Path) => fixed.has(path.join('/')),
    isNew: false,
  });
  const revising = useRevising(revision.id, name, editor);
  const { preview } = revising;
  const brands = useBrands().map(({ id, name: label }) => ({ value: id, label }));
  const voided = preview?.effects.voided.length ?? 0;
  const canSave = preview?.outcome === 'revised';
  const nameOf = (cohort: string) => {
    const found = [...listAt(editor.draft, ['cohorts']), ...listAt(editor.initial, ['cohorts'])].find(
      (each) => isMembers(each) && each['externalId'] === cohort,
    );
    return isMembers(found) && typeof found['name'] === 'string' ? found['name'] : cohort;
  };
  return (
    <BriefEditor
      title={`Change ${revision.brief.campaign.name}`}
      editor={editor}
      brands={brands}
      isNew={false}
      above={
        <nav aria-label="Breadcrumb" className={styles.above}>
          <Link href={campaignsPath}>Campaigns</Link>
          {preview?.request && (
            <>
              {' / '}
              <Link href={requestPath(preview.request.id)}>{revision.brief.campaign.name}</Link>
            </>
          )}
        </nav>
      }
      notices={
        <>
          {revising.conflict && (
            <ConflictNotice conflict={revising.conflict} editor={editor} onSettled={revising.settle} />
          )}
          {editor.wasKept && editor.isDirty && !revising.conflict && (
            <p className={styles.trouble}>
              These are the changes you began earlier.{' '}
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => editor.rebase(revision.revision, initial, initial)}
              >
                Drop them
              </Button>
            </p>
          )}
        </>
      }
      onSend={() => void (canSave ? revising.save() : revising.look())}
      effects={preview && <EffectsPanel outcome={preview} nameOf={nameOf} />}
      acts={
        <>
          <Button
            variant={canSave ? 'default' : 'filled'}
            onClick={() => void revising.look()}
            loading={revising.isBusy && !canSave}
            disabled={!editor.isDirty || canSave}
          >
            See what changes
          </Button>
          {/* Not in the place of the button before it, where a second press would save what nobody has seen. */}
          {canSave && (
            <Button onClick={() => void revising.save()} loading={revising.isBusy}>
              {voided === 0 ? 'Save the change' : `Save, and void ${count(voided, 'line')}`}
            </Button>
          )}
          <Button variant="default" onClick={() => navigate(revising.back)}>
            Back without saving
          </Button>
          {revising.failure && (
            <p role="alert" className={styles.failure}>
              Not saved, and nothing is lost. {revising.failure}
            </p>
          )}
        </>
      }
    />
  );
}
