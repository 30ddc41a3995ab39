/** What narrows the list: text, campaign, rule, risk, age; and the cohort, which is chosen in a row. */
import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type RefObject, useEffect, useState } from 'react';
import { useFilterChoices } from '../../api/use-filter-choices.ts';
import { useKeyboard } from '../../keyboard/keyboard.tsx';
import styles from './list-filters.module.css';
import { ages, type useListAddress } from './use-list-address.ts';

const typingMs = 250;

/** `cohortName` is that of the chosen cohort, as far as a line of it is on screen. */
export function ListFilters(props: {
  readonly address: ReturnType<typeof useListAddress>;
  readonly cohortName: string | null;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}) {
  const { address } = props;
  const { campaigns, rules } = useFilterChoices(address.brand);
  const isWaiting = address.tab === 'waiting';
  return (
    <search className={styles.filters} aria-label="Narrow the list">
      <SearchField address={address} searchRef={props.searchRef} />
      <NativeSelect
        aria-label="Campaign"
        size="xs"
        value={address.filter('campaign') ?? ''}
        onChange={(event) => address.choose({ campaign: event.currentTarget.value, cohort: null })}
        data={[
          { value: '', label: 'All campaigns' },
          ...campaigns.map(({ id, name }) => ({ value: id, label: shortened(name) })),
        ]}
      />
      <NativeSelect
        aria-label="Rule"
        size="xs"
        value={address.filter('rule') ?? ''}
        onChange={(event) => address.choose({ rule: event.currentTarget.value })}
        data={[{ value: '', label: 'Any rule' }, ...rules.map(({ id }) => ({ value: id, label: id }))]}
      />
      {address.tab !== 'blocked' && (
        <NativeSelect
          aria-label="Risk"
          size="xs"
          value={address.filter('risk') ?? ''}
          onChange={(event) => address.choose({ risk: event.currentTarget.value })}
          data={[
            { value: '', label: 'Any risk' },
            { value: 'warnings', label: 'With warnings' },
            { value: 'none', label: 'Without warnings' },
          ]}
        />
      )}
      <NativeSelect
        aria-label="Age"
        size="xs"
        value={address.filter('age') ?? ''}
        onChange={(event) => address.choose({ age: event.currentTarget.value })}
        data={[
          { value: '', label: isWaiting ? 'Any wait' : 'Any age' },
          ...ages.map(({ hours, name }) => ({ value: hours, label: name })),
        ]}
      />
      {address.filter('cohort') !== null && (
        <span className={styles.chip}>
          Cohort: {props.cohortName ?? 'chosen'}
          <CloseButton
            size="xs"
            aria-label="Show all cohorts"
            onClick={() => address.choose({ cohort: null })}
            className={styles.close}
          />
        </span>
      )}
      {address.isNarrowed && (
        <button
          type="button"
          className={styles.clear}
          onClick={() =>
            address.choose({ campaign: null, cohort: null, rule: null, risk: null, age: null, search: null })
          }
        >
          Show all
        </button>
      )}
    </search>
  );
}

function SearchField(props: Pick<Parameters<typeof ListFilters>[0], 'address' | 'searchRef'>) {
  const { address } = props;
  const { areLettersOn } = useKeyboard();
  const chosen = address.filter('search') ?? '';
  const [typed, setTyped] = useState(chosen);
  useEffect(() => setTyped(chosen), [chosen]);
  const search = useDebouncedCallback((text: string) => address.choose({ search: text.trim() }), typingMs);
  return (
    <TextInput
      ref={props.searchRef}
      type="search"
      aria-label="Search in the text"
      placeholder={areLettersOn ? 'Search in the text ( / )' : 'Search in the text'}
      size="xs"
      className={styles.search}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
      {...(areLettersOn ? { 'aria-keyshortcuts': '/' } : {})}
    />
  );
}

function shortened(name: string): string {
  return name.length > 48 ? `${name.slice(0, 47)}…` : name;
}
