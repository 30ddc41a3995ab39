/** A date and a time in the zone of the brief. */
import { TextInput } from '@mantine/core';
import { instantAt, wallTime } from '../../words/zoned-time.ts';
import { useField, useZone } from './brief-draft.tsx';
import { asText } from './draft.ts';
import { type FieldProps, inputWrapperOrder } from './fields.tsx';
import { useTyped } from './use-typed.ts';

/** What is no instant is kept until somebody chooses one. Where the day is known to be absent, it says so. */
export function DateField(props: FieldProps) {
  const { id, value, set, error, onBlur } = useField(props.path);
  const zone = useZone();
  const kept = asText(value);
  const [typed, type] = useTyped(
    value,
    (instant) => wallTime(asText(instant), zone),
    (wall) => (wall === '' ? undefined : (instantAt(wall, zone) ?? wall)),
    set,
  );
  const isForeign = kept !== '' && wallTime(kept, zone) === '';
  return (
    <TextInput
      id={id}
      type="datetime-local"
      max="9999-12-31T23:59"
      label={props.label}
      description={isForeign ? `Now: ${kept}` : props.hint}
      error={error}
      withAsterisk={props.isNeeded === true}
      inputWrapperOrder={inputWrapperOrder}
      onBlur={onBlur}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
