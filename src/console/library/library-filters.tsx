/** What narrows the library: a search that is always there, standings, and further filters. */
import { NativeSelect, TextInput } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { useLibraryChoices } from '../api/use-library.ts';
import { standings } from '../words/standings.ts';
import { writerKinds } from '../words/writer.ts';
import styles from './library.module.css';
import { chosenStandings, type useLibraryFilters } from './use-library-filters.ts';

/** A pause in typing this long starts the search. */
const pauseMs = 300;

type Filters = { readonly filters: ReturnType<typeof useLibraryFilters> };

/** All filters. `search` is the field of the search, for its key. */
export function LibraryFilters({ filters, search }: Filters & { readonly search: RefObject<HTMLInputElement | null> }) {
  return (
    <section aria-label="Filters" className={styles.filters}>
      <SearchField filters={filters} search={search} />
      <fieldset className={styles.standings}>
        <legend>Show</legend>
        {[null, ...chosenStandings].map((standing) => (
          <button
            key={standing}
            type="button"
            aria-pressed={filters.standing === standing}
            onClick={() => filters.setStanding(standing)}
          >
            {standing === null ? 'All' : standings[standing].label}
          </button>
        ))}
      </fieldset>
      <details className={styles.more} open={filters.chosen > 0 || undefined}>
        <summary>More filters{filters.chosen > 0 && ` (${filters.chosen})`}</summary>
        <MoreFilters filters={filters} />
      </details>
    </section>
  );
}

function SearchField({ filters, search }: Filters & { readonly search: RefObject<HTMLInputElement | null> }) {
  const { text, setText } = filters;
  const [typed, setTyped] = useState(text ?? '');
  const [asked, setAsked] = useState(text);
  // The address was changed by something else: by "Clear", or by going back.
  if (asked !== text) {
    setAsked(text);
    if (typed.trim() !== (text ?? '')) setTyped(text ?? '');
  }
  useEffect(() => {
    if (typed.trim() === (text ?? '')) return;
    const timer = setTimeout(() => setText(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, text, setText]);
  return (
    <TextInput
      ref={search}
      type="search"
      label="Search in subject and preheader"
      value={typed}
      maxLength={200}
      className={styles.search}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setText(typed.trim());
      }}
    />
  );
}

function MoreFilters({ filters }: Filters) {
  const choices = useLibraryChoices(filters.brand, filters.campaign);
  const campaigns = choices.campaigns.map(({ externalId, name }) => ({ value: externalId, label: name }));
  return (
    <div className={styles.fields}>
      <Choice
        label="Campaign"
        all="All campaigns"
        value={filters.campaign}
        data={campaigns}
        onChoose={filters.setCampaign}
      />
      <Choice
        label="Cohort"
        all="All cohorts"
        value={filters.cohort}
        data={choices.cohorts.map((id) => ({ value: id, label: id }))}
        onChoose={filters.setCohort}
      />
      <Choice
        label="Written by"
        all="Anyone"
        value={filters.writer}
        data={Object.entries(writerKinds).map(([value, label]) => ({ value, label }))}
        onChoose={filters.setWriter}
      />
      <Choice
        label="Approved by"
        all="Anyone"
        value={filters.approvedBy}
        data={choices.approvers.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={filters.setApprovedBy}
      />
      <Day label="Approved from" value={filters.from} onChoose={filters.setFrom} />
      <Day label="Approved until" value={filters.to} onChoose={filters.setTo} />
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string | null) => void;
}) {
  const { value, data } = props;
  // What the address names stays chosen even where it is not among the choices.
  const isKnown = value === null || data.some((each) => each.value === value);
  return (
    <NativeSelect
      label={props.label}
      size="xs"
      value={value ?? ''}
      data={[{ value: '', label: props.all }, ...data, ...(isKnown ? [] : [{ value, label: value }])]}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    />
  );
}

function Day(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
}) {
  return (
    <TextInput
      type="date"
      size="xs"
      label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    />
  );
}
