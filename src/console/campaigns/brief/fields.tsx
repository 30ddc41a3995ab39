/** The fields of a brief, each bound to its place. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useField } from './brief-draft.tsx';
import { asText, isList, type Json, type Path } from './draft.ts';
import { useTyped } from './use-typed.ts';

/** What every field takes. */
export type FieldProps = {
  readonly path: Path;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isNeeded?: boolean;
};

/** Hints stand below, so that the fields of a row stand on one line. */
export const inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'error',
  'description',
];

/** What Mantine's fields have in common. */
function useShown({ path, label, hint, isNeeded }: FieldProps) {
  const { id, value, set, error, isFixed, onBlur } = useField(path);
  const shown = {
    id,
    label,
    error,
    onBlur,
    readOnly: isFixed,
    ...(isFixed ? { description: 'Stays what it was', 'data-fixed': true } : hint ? { description: hint } : {}),
    // Said by a sign beside the label; the service says what is missing, not the browser.
    withAsterisk: isNeeded === true,
    inputWrapperOrder,
  };
  return { shown, value, set, isFixed };
}

/** One line of text; empty it is left out. `onText` is told too. */
export function TextField(
  props: FieldProps & {
    readonly onText?: (text: string) => void;
    readonly placeholder?: string;
    readonly list?: string;
  },
) {
  const { shown, value, set } = useShown(props);
  // A number that was pasted where a text belongs, "percent: 40", looks like the text and is none.
  useEffect(() => {
    if (typeof value === 'number') set(String(value));
  });
  return (
    <TextInput
      {...shown}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      {...(props.list ? { list: props.list } : {})}
      dir="auto"
      value={asText(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        if (props.onText) props.onText(text);
        else set(text === '' ? undefined : text);
      }}
    />
  );
}

/** Some sentences. */
export function ProseField(props: FieldProps & { readonly rows?: number }) {
  const { shown, value, set } = useShown(props);
  return (
    <Textarea
      {...shown}
      dir="auto"
      autosize
      minRows={props.rows ?? 2}
      maxRows={12}
      value={asText(value)}
      onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}

/** A whole number; what is none is kept as it was typed, for the service to say so. */
export function NumberField(props: FieldProps & { readonly placeholder?: string }) {
  const { shown, value, set } = useShown(props);
  const [typed, type] = useTyped(value, asText, numberIn, set);
  return (
    <TextInput
      {...shown}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      inputMode="numeric"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** A share of 1, as a percentage. `mistake` is said of it in the words of percentages. */
export function PercentField(props: FieldProps & { readonly mistake: string }) {
  const { shown, value, set } = useShown(props);
  const [typed, type] = useTyped(value, percentOf, shareIn, set);
  return (
    <TextInput
      {...shown}
      error={shown.error && props.mistake}
      inputMode="decimal"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** Several things, one on a line. */
export function ListField(props: FieldProps) {
  const { shown, value, set } = useShown(props);
  const [typed, type] = useTyped(value, linesOf, thingsIn, set);
  return (
    <Textarea
      {...shown}
      dir="auto"
      autosize
      minRows={2}
      maxRows={12}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** One of several; `''` among the choices leaves it out. A value that is no choice is shown all the same. */
export function ChoiceField(
  props: FieldProps & { readonly choices: readonly { readonly value: string; readonly label: string }[] },
) {
  const { shown, value, set, isFixed } = useShown(props);
  const { readOnly: _, ...select } = shown;
  const chosen = asText(value);
  const known = props.choices.some((choice) => choice.value === chosen);
  if (isFixed)
    return <TextInput {...shown} value={props.choices.find((choice) => choice.value === chosen)?.label ?? chosen} />;
  return (
    <NativeSelect
      {...select}
      value={chosen}
      data={[...(known ? [] : [{ value: chosen, label: chosen === '' ? 'Choose one' : chosen }]), ...props.choices]}
      onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}

/** Yes, no, or nothing said, which is not the same as no. `isPlain` leaves out the last: no is what holds then. */
export function YesNoField(props: FieldProps & { readonly isPlain?: boolean }) {
  const { shown, value, set } = useShown(props);
  const { readOnly: _, ...select } = shown;
  return (
    <NativeSelect
      {...select}
      value={value === undefined ? (props.isPlain ? 'false' : '') : String(value)}
      data={[
        ...(props.isPlain ? [] : [{ value: '', label: 'Not said' }]),
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ]}
      onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value === 'true')}
    />
  );
}

function numberIn(typed: string): Json | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function percentOf(value: Json | undefined): string {
  return typeof value === 'number' ? String(Number((value * 100).toFixed(4))) : asText(value);
}

function shareIn(typed: string): Json | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return /^\d{1,3}([.,]\d{1,4})?$/.test(text) ? Number((Number(text.replace(',', '.')) / 100).toFixed(6)) : text;
}

function linesOf(value: Json | undefined): string {
  return isList(value) ? value.map(asText).join('\n') : asText(value);
}

function thingsIn(typed: string): Json | undefined {
  const things = typed
    .split('\n')
    .map((thing) => thing.trim())
    .filter((thing) => thing !== '');
  return things.length === 0 ? undefined : things;
}
