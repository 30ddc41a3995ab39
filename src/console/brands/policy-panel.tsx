/** The policy in force, rule by rule: what is on, how strictly, where that was written, and what it finds. */
import { Skeleton, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { PolicyPage, RuleInForce } from '../../domain/policy-page.ts';
import { useBrandPolicy } from '../api/use-brand.ts';
import { useShortcuts } from '../keyboard/keyboard.tsx';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { count } from '../words/counts.ts';
import { dayHere } from '../words/dates.ts';
import styles from './brands.module.css';
import { PolicyExamples } from './policy-examples.tsx';
import { PolicyRule } from './policy-rule.tsx';

const choices = [
  { id: null, name: 'On', fits: (rule: RuleInForce) => rule.on },
  { id: 'found', name: 'Found something', fits: ({ counts }: RuleInForce) => counts.lines > 0 },
  { id: 'off', name: 'Off', fits: (rule: RuleInForce) => !rule.on },
  { id: 'all', name: 'All', fits: () => true },
] as const;

/** The policy of a brand. */
export function PolicyPanel({ brandId }: { readonly brandId: string }) {
  const { policy, failure, retry } = useBrandPolicy(brandId);
  if (failure && !policy) return <FailureNotice error={failure} onRetry={retry} />;
  if (!policy) return <Skeleton height={320} aria-label="Loading the policy" />;
  return <Policy policy={policy} />;
}

function Policy({ policy }: { readonly policy: PolicyPage }) {
  const [chosen, choose] = useAddressState('rules');
  const [text, setText] = useAddressState('rule');
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => search.current?.focus() });
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0];
  const piece = (text ?? '').toLowerCase();
  const shown = policy.rules
    .filter((rule) => choice.fits(rule) && `${rule.id} ${rule.summary}`.toLowerCase().includes(piece))
    .toSorted((one, other) => other.counts.lines - one.counts.lines || (one.id < other.id ? -1 : 1));
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>
        {count(policy.rules.filter(({ on }) => on).length, 'rule')} of {policy.rules.length} on.{' '}
        {count(policy.lines, 'line')} checked since {dayHere(policy.countedSince)}.{' '}
        {policy.files === null
          ? 'Where a setting was written is not known: the files are not those that were published.'
          : `Made of ${policy.files.map((file) => file.split('/').slice(-2).join('/')).join(', ')}.`}
      </p>
      <div className={styles.rulesBar}>
        <TextInput
          ref={search}
          type="search"
          label="Find a rule"
          value={text ?? ''}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <fieldset className={styles.choices}>
          <legend>Show</legend>
          {choices.map(({ id, name, fits }) => (
            <button key={name} type="button" aria-pressed={choice.id === id} onClick={() => choose(id)}>
              {name} <span>{policy.rules.filter(fits).length}</span>
            </button>
          ))}
        </fieldset>
      </div>
      <ul className={styles.rules} aria-label="Rules">
        {shown.map((rule) => (
          <PolicyRule key={rule.id} rule={rule} lines={policy.lines} />
        ))}
      </ul>
      {shown.length === 0 && <p>No rule fits. Take the search or the choice away.</p>}
      <PolicyExamples examples={policy.examples} locale={policy.locale} />
    </div>
  );
}
