/** Settings of policies and brands in words. */
import type { PolicySetting, SettingOrigin } from '../../domain/policy-page.ts';

/** A value given as JSON, as a person would write it: `must-have (suggest: good)`, `yes`, `50`. */
export function valueWords(json: string): string {
  return wordsOf(JSON.parse(json));
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(wordsOf).join(', ');
  const { term, ...rest }: { term?: unknown } = value;
  const more = Object.entries(rest).map(([name, each]) => `${name}: ${wordsOf(each)}`);
  if (term === undefined) return more.length === 0 ? 'none' : more.join('; ');
  return more.length === 0 ? wordsOf(term) : `${wordsOf(term)} (${more.join('; ')})`;
}

/** Where a setting was written: "tilden-row/policy.yaml, line 14". Nothing where it is not known. */
export function originWords(origin: SettingOrigin): string | null {
  if (origin === null) return null;
  if (origin === 'default') return 'default';
  return `${origin.file.split('/').slice(-2).join('/')}, line ${origin.line}`;
}

/** Whether a setting says anything: an empty list that nobody wrote does not. */
export function isSaid({ value, entries, from }: PolicySetting): boolean {
  const isEmpty = entries === null ? value === '{}' || value === 'null' : entries.length === 0;
  return !isEmpty || (from !== 'default' && from !== null);
}

/** A share as a percentage: "9%", "under 1%". */
export function shareWords(part: number, whole: number): string {
  const percent = (part / whole) * 100;
  return percent > 0 && percent < 1 ? 'under 1%' : `${Math.round(percent)}%`;
}
