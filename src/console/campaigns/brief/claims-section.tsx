/** Claims that a line may make, each with what proves it. */
import { Button } from '@mantine/core';
import { useBriefDraft } from './brief-draft.tsx';
import styles from './brief-form.module.css';
import { listAt } from './draft.ts';
import { ProseField, TextField } from './fields.tsx';

/** A claim without proof is none. */
export function ClaimsSection() {
  const { draft, change } = useBriefDraft();
  const claims = listAt(draft, ['claims']);
  return (
    <section className={styles.section} aria-labelledby="claims-of-brief" id="field-claims" tabIndex={-1}>
      <h2 id="claims-of-brief">Claims with proof</h2>
      {claims.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a claim has nothing of its own that never changes.
        <div key={index} className={styles.claim}>
          <TextField path={['claims', index, 'text']} label={`Claim ${index + 1}`} isNeeded />
          <ProseField path={['claims', index, 'substantiation']} label="What proves it" isNeeded />
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`Remove claim ${index + 1}`}
            onClick={() => change([['claims'], claims.toSpliced(index, 1)])}
          >
            Remove
          </Button>
        </div>
      ))}
      <div className={styles.acts}>
        <Button variant="default" size="xs" onClick={() => change([['claims'], [...claims, {}]])}>
          Add a claim
        </Button>
      </div>
    </section>
  );
}
