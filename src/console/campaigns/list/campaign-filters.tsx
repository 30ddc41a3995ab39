/** What narrows the list: how far the campaigns are, and words of their names. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { RequestState } from '../../../domain/variant-request.ts';
import { useKeyboard, useShortcuts } from '../../keyboard/keyboard.tsx';
import { requestStates } from '../../words/states.ts';
import styles from './campaign-filters.module.css';

/** How long after the last key the list is narrowed. */
const restMs = 250;

/** The search follows the typing; Escape empties it. */
export function CampaignFilters(props: {
  readonly state: RequestState | null;
  readonly onState: (state: string | null) => void;
  readonly search: string | null;
  readonly onSearch: (search: string | null) => void;
}) {
  const { search, onSearch } = props;
  const [typed, setTyped] = useState(search ?? '');
  const field = useRef<HTMLInputElement>(null);
  const { areLettersOn } = useKeyboard();
  useShortcuts({ '/': () => field.current?.focus() });
  const told = useRef(onSearch);
  useEffect(() => {
    told.current = onSearch;
  });
  useEffect(() => {
    const wanted = typed.trim() || null;
    if (wanted === search) return;
    const timer = setTimeout(() => told.current(wanted), restMs);
    return () => clearTimeout(timer);
  }, [typed, search]);
  // Cleared from elsewhere, or reached by going back.
  const [known, setKnown] = useState(search);
  if (known !== search) {
    setKnown(search);
    if ((typed.trim() || null) !== search) setTyped(search ?? '');
  }
  return (
    <search className={styles.filters}>
      <TextInput
        ref={field}
        className={styles.search}
        size="sm"
        type="search"
        aria-label="Search campaigns by name"
        placeholder={areLettersOn ? 'Search by name  ( / )' : 'Search by name'}
        {...(areLettersOn ? { 'aria-keyshortcuts': '/' } : {})}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') setTyped('');
        }}
      />
      <NativeSelect
        aria-label="State"
        size="sm"
        value={props.state ?? ''}
        onChange={(event) => props.onState(event.currentTarget.value)}
        data={[
          { value: '', label: 'Every state' },
          ...Object.entries(requestStates).map(([value, { label }]) => ({ value, label })),
        ]}
      />
    </search>
  );
}
