/** What this campaign's list knows of its readers: the merge attributes, each by its name. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAnnounce } from '../../shell/announcer.tsx';
import { nameMistake, renamed, whyNotYet } from './attribute-names.ts';
import { useBriefDraft } from './brief-draft.tsx';
import styles from './brief-form.module.css';
import { draftOf, isMembers, type Path, valueAt } from './draft.ts';
import { ChoiceField, inputWrapperOrder, ListField, PercentField, TextField } from './fields.tsx';
import { fieldId } from './places.ts';

const types = [
  { value: '', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'date', label: 'Date' },
];
const path: Path = ['attributes'];

/** An attribute has its name for a key, so that a new one has none until it is typed. */
export function AttributesSection() {
  const { draft, change } = useBriefDraft();
  const announce = useAnnounce();
  const value = valueAt(draft, path);
  const attributes = isMembers(value) ? value : {};
  const names = Object.keys(attributes);
  const remove = (name: string) => {
    const { [name]: _, ...rest } = attributes;
    change([path, names.length === 1 ? undefined : draftOf(rest)]);
    announce(`${name === '' ? 'The attribute' : name} removed.`);
    document.getElementById(fieldId(path))?.focus();
  };
  const add = () => {
    if (!names.includes('')) change([path, { ...attributes, '': {} }]);
    setTimeout(() => document.getElementById(fieldId([...path, '']))?.focus(), 0);
  };
  return (
    <section className={styles.section} aria-labelledby="attributes-of-brief" id={fieldId(path)} tabIndex={-1}>
      <h2 id="attributes-of-brief">Merge attributes</h2>
      <p className={styles.quiet}>
        What this campaign's list knows of its readers. It goes before what the brand says of them; leave it out where
        the brand is right.
      </p>
      {names.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its name changes while it is typed, its place does not.
        <div key={index} className={styles.claim}>
          <div className={styles.grid}>
            <NameField name={name} />
            <ChoiceField path={[...path, name, 'type']} label="Values are" choices={types} />
            <PercentField
              path={[...path, name, 'coverage']}
              label="Readers who have it, percent"
              mistake="must be a percentage from 0 to 100"
            />
            <TextField path={[...path, name, 'longest']} label="Longest value" />
            <ListField path={[...path, name, 'samples']} label="Values such as" hint="One on a line, the usual first" />
            <ListField
              path={[...path, name, 'spelledAs']}
              label="Other spellings in a tag"
              hint="One on a line, as your platform has them"
            />
            <TextField
              path={[...path, name, 'defaultSetInEsp']}
              label="Where it is missing, the platform puts"
              hint="By a setting of its own"
            />
          </div>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`Remove ${name === '' ? 'the attribute without a name' : name}`}
            onClick={() => remove(name)}
          >
            Remove
          </Button>
        </div>
      ))}
      <div className={styles.acts}>
        <Button variant="default" size="xs" onClick={add}>
          Add an attribute
        </Button>
      </div>
    </section>
  );
}

/** What cannot be a name yet stays in the field, and goes nowhere. */
function NameField({ name }: { readonly name: string }) {
  const { draft, change, mistakes, isShown, touch } = useBriefDraft();
  const [held, setHeld] = useState<{ readonly of: string; readonly typed: string } | null>(null);
  const place = [...path, name];
  const attributes = valueAt(draft, path);
  const names = isMembers(attributes) ? Object.keys(attributes) : [];
  const typed = held?.of === name ? held.typed : name;
  const why = whyNotYet(names, name, typed);
  return (
    <TextInput
      id={fieldId(place)}
      label="Name"
      description="As in first_name"
      withAsterisk
      inputWrapperOrder={inputWrapperOrder}
      value={typed}
      error={why ?? (isShown(place) ? nameMistake(mistakes, name) : null)}
      autoCapitalize="none"
      spellCheck={false}
      onBlur={() => {
        touch(place);
        setHeld(null);
      }}
      onChange={(event) => {
        const to = event.currentTarget.value;
        const isHeld = whyNotYet(names, name, to) !== null;
        setHeld(isHeld ? { of: name, typed: to } : null);
        if (!isHeld) change([path, renamed(attributes, name, to)]);
      }}
    />
  );
}
