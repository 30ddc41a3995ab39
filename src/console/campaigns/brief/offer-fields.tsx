/** An offer: whether there is one, and its facts. */
import { NativeSelect } from '@mantine/core';
import { useBriefDraft, useField, useZone } from './brief-draft.tsx';
import styles from './brief-form.module.css';
import { DateField } from './date-field.tsx';
import { type Path, textAt, valueAt } from './draft.ts';
import { ChoiceField, ListField, TextField, YesNoField } from './fields.tsx';
import { MoneyField } from './money-field.tsx';

const types = [
  { value: 'percent-off', label: 'Percent off' },
  { value: 'amount-off', label: 'Amount off' },
  { value: 'price', label: 'A price' },
  { value: 'free-shipping', label: 'Free shipping' },
  { value: 'free-gift', label: 'Free gift' },
  { value: 'buy-one-get-one', label: 'Buy one, get one' },
  { value: 'sample', label: 'Sample' },
  { value: 'trial', label: 'Trial' },
  { value: 'early-access', label: 'Early access' },
  { value: 'other', label: 'Something else' },
];
const bases = [
  { value: '', label: 'Not said' },
  { value: 'former-price', label: 'Our former price' },
  { value: 'lowest-30-days', label: 'Lowest of the last 30 days' },
  { value: 'list-price', label: 'List price' },
  { value: 'competitor-price', label: 'A competitor’s price' },
];
const currencies: Readonly<Record<string, string>> = { US: 'USD', CA: 'CAD', UK: 'GBP', EU: 'EUR' };

/** `unsaid` says what it means that nothing is said: for a cohort, that the brief's offer holds. */
export function OfferFields({ path, unsaid }: { readonly path: Path; readonly unsaid: string }) {
  const { draft, change } = useBriefDraft();
  const { id, error } = useField(path);
  const offer = valueAt(draft, path);
  const kind = offer === undefined ? 'unsaid' : offer === null ? 'none' : 'offer';
  return (
    <div className={styles.grid}>
      <NativeSelect
        id={id}
        label="Offer"
        className={styles.wide}
        error={kind === 'offer' ? null : error}
        value={kind}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change([path, chosen === 'offer' ? { type: 'percent-off' } : chosen === 'none' ? null : undefined]);
        }}
        data={[
          { value: 'unsaid', label: unsaid },
          { value: 'none', label: 'There is no offer' },
          { value: 'offer', label: 'There is an offer' },
        ]}
      />
      {kind === 'offer' && <OfferFacts path={path} />}
    </div>
  );
}

function OfferFacts({ path }: { readonly path: Path }) {
  const { draft } = useBriefDraft();
  const zone = useZone();
  const at = (...names: readonly string[]): Path => [...path, ...names];
  const type = textAt(draft, at('type'));
  const currency = currencies[textAt(draft, ['market'])] ?? 'USD';
  const has = (name: string) => valueAt(draft, at(name)) !== undefined;
  const isPercent = type === 'percent-off' || has('percent');
  const isAmount = type === 'amount-off' || type === 'price' || has('amount');
  const zoned = `Time in ${zone}`;
  return (
    <>
      <ChoiceField path={at('type')} label="Kind" choices={types} isNeeded />
      <TextField path={at('on')} label="On what" hint="In your words, such as “selected coats”" />
      {isPercent && (
        <>
          <TextField path={at('percent')} label="Percent" hint="A number, such as 40 or 12.5" isNeeded />
          <YesNoField path={at('percentIsMax')} label="Is it the highest of several (“up to”)?" />
          {(valueAt(draft, at('percentIsMax')) === true || has('percentMaxShare')) && (
            <TextField path={at('percentMaxShare')} label="Share of the range that has it, in percent" />
          )}
          <YesNoField path={at('percentIsExtra')} label="Is it on top of another reduction (“extra”)?" />
        </>
      )}
      {isAmount && (
        <MoneyField
          path={at('amount')}
          label={type === 'price' ? 'Price, or the lowest of several' : 'Amount'}
          currency={currency}
          isNeeded={type === 'amount-off'}
        />
      )}
      <Threshold path={at('threshold')} currency={currency} />
      <MoneyField path={at('referencePrice')} label="Compared with" currency={currency} />
      <ChoiceField path={at('referencePriceBasis')} label="The compared price is" choices={bases} />
      <DateField path={at('startsAt')} label="Starts" hint={zoned} />
      <End path={at('endsAt')} hint={zoned} />
      <DateField path={at('extendedFrom')} label="First end, where it was extended" hint={zoned} />
      <ListField path={at('conditions')} label="Conditions" hint="One on a line" />
      <YesNoField path={at('stockLimited')} label="While stock lasts?" />
      <YesNoField path={at('membersOnly')} label="For members only?" />
      <TextField path={at('code')} label="Code" />
      <TextField path={at('source', 'from')} label="Where the facts come from" />
      <TextField path={at('source', 'vouchedBy')} label="Who vouches for them" />
    </>
  );
}

/** What is known to be absent is `null`; what nobody said is left out. */
function Threshold({ path, currency }: { readonly path: Path; readonly currency: string }) {
  const { value, set } = useField(path);
  return (
    <div className={styles.absent}>
      {value === null ? null : <MoneyField path={path} label="From how much spent" currency={currency} />}
      <Absent label="There is no least amount" isAbsent={value === null} set={set} />
    </div>
  );
}

function End({ path, hint }: { readonly path: Path; readonly hint: string }) {
  const { value, set } = useField(path);
  return (
    <div className={styles.absent}>
      {value === null ? null : <DateField path={path} label="Ends" hint={hint} />}
      <Absent label="It has no end" isAbsent={value === null} set={set} />
    </div>
  );
}

function Absent(props: {
  readonly label: string;
  readonly isAbsent: boolean;
  readonly set: (value: null | undefined) => void;
}) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={props.isAbsent}
        onChange={(event) => props.set(event.currentTarget.checked ? null : undefined)}
      />
      {props.label}
    </label>
  );
}
