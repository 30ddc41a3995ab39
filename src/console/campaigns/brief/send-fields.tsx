/** When the mail goes out: at a time, or whenever its trigger fires. */
import { NativeSelect } from '@mantine/core';
import { useBriefDraft, useField, useZone } from './brief-draft.tsx';
import { DateField } from './date-field.tsx';
import { type Path, textAt } from './draft.ts';
import { TextField } from './fields.tsx';

/** `unsaid` is offered where nothing need be said: for a cohort, that it goes with the others. */
export function SendFields({ path, unsaid }: { readonly path: Path; readonly unsaid?: string }) {
  const { draft, change } = useBriefDraft();
  const { id, error, onBlur } = useField(path);
  const zone = useZone();
  const kind = textAt(draft, [...path, 'kind']);
  return (
    <>
      <NativeSelect
        id={id}
        label="Send"
        withAsterisk={unsaid === undefined}
        value={kind}
        onBlur={onBlur}
        error={kind === '' ? error : null}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change([path, chosen === '' ? undefined : { kind: chosen }]);
        }}
        data={[
          { value: '', label: unsaid ?? 'Choose one' },
          { value: 'at', label: 'At a time' },
          { value: 'triggered', label: 'Whenever a trigger fires' },
        ]}
      />
      {kind === 'at' && <DateField path={[...path, 'at']} label="Goes out" hint={`Time in ${zone}`} isNeeded />}
      {kind === 'triggered' && (
        <TextField
          path={[...path, 'trigger']}
          label="Trigger"
          hint="Such as “21 days after the first delivered purchase”"
          isNeeded
        />
      )}
    </>
  );
}
