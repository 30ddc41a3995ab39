/** One cohort of the brief: who they are, why they came, what they have and what comes next, and what is its own. */
import styles from './brief-form.module.css';
import type { Path } from './draft.ts';
import { ChoiceField, ListField, NumberField, ProseField, TextField } from './fields.tsx';
import { NamedField } from './named-field.tsx';
import { OfferFields } from './offer-fields.tsx';
import { SendFields } from './send-fields.tsx';

const bases = [
  { value: '', label: 'Not said' },
  { value: 'purchase', label: 'What they bought' },
  { value: 'behaviour', label: 'What they did' },
  { value: 'declared', label: 'What they told you' },
  { value: 'lifecycle', label: 'How long they have been customers' },
  { value: 'list', label: 'A list' },
  { value: 'incident', label: 'An incident' },
];
const nextKinds = [
  { value: '', label: 'Nothing said' },
  { value: 'complete-the-set', label: 'It completes the set' },
  { value: 'other-variant', label: 'Another variant' },
  { value: 'complement', label: 'It goes with what they have' },
];

/** `path` is that of the cohort. */
export function CohortFields({ path }: { readonly path: Path }) {
  const at = (...names: readonly string[]): Path => [...path, ...names];
  return (
    <div className={styles.parts}>
      <div className={styles.grid}>
        <NamedField path={path} label="Name" idHint="What your campaign tool calls it" />
        <div className={styles.wide}>
          <ProseField path={at('who')} label="Who they are" isNeeded />
        </div>
        <div className={styles.wide}>
          <ProseField path={at('why')} label="Why they came into this cohort" />
        </div>
        <NumberField path={at('size')} label="Readers" />
        <ChoiceField path={at('basis')} label="Membership rests on" choices={bases} />
        <ListField path={at('bought')} label="What they bought" hint="One on a line" />
        <ListField
          path={at('declared')}
          label="What they agreed to be addressed by"
          hint="One on a line, such as birthday or family"
        />
      </div>
      <h3>What comes next for them</h3>
      <div className={styles.grid}>
        <ListField path={at('next', 'items')} label="Things" hint="One on a line, as your shop calls them" />
        <ChoiceField path={at('next', 'kind')} label="How they go with what they have" choices={nextKinds} />
        <div className={styles.wide}>
          <TextField path={at('next', 'because')} label="Because" />
        </div>
      </div>
      <h3>What is their own</h3>
      <OfferFields path={at('offer')} unsaid="The offer of the brief" />
      <div className={styles.grid}>
        <NumberField path={at('needed')} label="Lines needed" placeholder="As in the brief" />
        <TextField path={at('locale')} label="Language" placeholder="As in the brief" />
        <SendFields path={at('send')} unsaid="With the brief" />
      </div>
    </div>
  );
}
