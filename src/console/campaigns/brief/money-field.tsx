/** An amount of money: typed as people write it, kept in minor units of its currency. */
import { Input, TextInput } from '@mantine/core';
import { useState } from 'react';
import { majorText, minorUnits } from '../../words/minor-units.ts';
import { useField } from './brief-draft.tsx';
import styles from './brief-form.module.css';
import { asText, isMembers, type Json } from './draft.ts';
import { type FieldProps, inputWrapperOrder } from './fields.tsx';

/** `currency` is that of the brand's market, which an amount begins with. */
export function MoneyField(props: FieldProps & { readonly currency: string }) {
  const { id, value, set, error, onBlur } = useField(props.path);
  const parts = isMembers(value) ? value : {};
  const currency = asText(parts['currency']) || props.currency;
  const [typed, setTyped] = useState(() => writtenOut(parts['minor'], currency));
  const amount = amountIn(typed, currency);
  const shown =
    JSON.stringify(amount) === JSON.stringify(parts['minor']) ? typed : writtenOut(parts['minor'], currency);
  const put = (text: string, of: string) => {
    setTyped(text);
    const minor = amountIn(text, of);
    set(minor === undefined ? undefined : { minor, currency: of });
  };
  return (
    <Input.Wrapper
      id={id}
      label={props.label}
      description={props.hint}
      error={error}
      withAsterisk={props.isNeeded === true}
      inputWrapperOrder={inputWrapperOrder}
    >
      <div className={styles.money}>
        <TextInput
          id={id}
          inputMode="decimal"
          placeholder="0.00"
          error={error !== null}
          value={shown}
          onBlur={onBlur}
          onChange={(event) => put(event.currentTarget.value, currency)}
        />
        <TextInput
          aria-label={`${props.label}: currency`}
          value={currency}
          maxLength={3}
          onBlur={onBlur}
          onChange={(event) => put(shown, event.currentTarget.value.toUpperCase())}
        />
      </div>
    </Input.Wrapper>
  );
}

function writtenOut(minor: Json | undefined, currency: string): string {
  return typeof minor === 'number' && Number.isInteger(minor) && minor >= 0
    ? majorText(minor, currency)
    : asText(minor);
}

/** What is no amount goes to the service as it was typed, which says so. */
function amountIn(typed: string, currency: string): Json | undefined {
  return typed.trim() === '' ? undefined : (minorUnits(typed, currency) ?? typed);
}
