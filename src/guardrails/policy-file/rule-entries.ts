/** The `rules:` of a policy file: what it may say of a rule, and the setting that follows. */
import * as z from 'zod';
import type { FileMistake } from '../../domain/brand.ts';
import { Severity } from '../../domain/finding.ts';
import { type Policy, RuleSetting } from '../../domain/policy.ts';
import { catalogue, ruleById } from '../catalogue.ts';
import { defaultSetting } from '../default-policy.ts';
import type { AnyRule, PolicyGround } from '../rule.ts';
import { compileTerms } from '../text/find-terms.ts';
import { issueMistakes, unknownKey } from './issue-mistakes.ts';
import { mistakeAt, type Place, type Placed, type PlacedEntry, type PlacedMap, plain, withEntry } from './placed.ts';

/** What a file may say of every rule, besides the rule's own options. */
const Common = z.strictObject({
  on: z.boolean(),
  severity: Severity,
  onMissingFacts: Severity,
});
const commonKeys = Object.keys(Common.shape);

/** The defaults of all rules as a file would say them, so that files merge over them and lists can be added to. */
export function placedDefaults(file: string): PlacedMap {
  const at = { file, line: 1, column: 1 };
  const rules = Object.fromEntries(
    catalogue.map((rule) => {
      const { on, severity, onMissingFacts, options } = defaultSetting(rule);
      return [rule.id, { ...options, on, severity, onMissingFacts }];
    }),
  );
  const placed = placedFrom({ rules, examples: { pass: [], block: [] } }, at);
  return placed.kind === 'map' ? placed : { kind: 'map', at, entries: new Map() };
}

/** The file with every rule written as a map: `false` is `{ on: false }`, and options alone switch a rule on. */
export function normalisedRules(file: PlacedMap, mistakes: FileMistake[]): PlacedMap {
  const rules = file.entries.get('rules');
  if (!rules) return file;
  if (rules.value.kind !== 'map') {
    const isEmpty = rules.value.kind === 'scalar' && rules.value.value === null;
    if (!isEmpty) mistakes.push(mistakeAt(rules.value.at, '"rules" is a map of rule names to their settings'));
    return { ...file, entries: new Map([...file.entries].filter(([key]) => key !== 'rules')) };
  }
  const entries = new Map<string, PlacedEntry>();
  for (const [id, entry] of rules.value.entries) {
    const known = ruleById.has(id);
    if (!known) mistakes.push(mistakeAt(entry.keyAt, unknownRule(id)));
    const map = known ? asMap(entry.value, mistakes) : null;
    if (map) entries.set(id, { ...entry, value: map });
  }
  return withEntry(file, 'rules', { ...rules, value: { ...rules.value, entries } });
}

/** The setting of every rule; what a rule cannot use is pushed to `mistakes`. */
export function ruleSettings(
  merged: PlacedMap,
  ground: Pick<Policy, 'dialect' | 'locale' | 'market' | 'attributes'>,
  mistakes: FileMistake[],
): Policy['rules'] {
  const rules = merged.entries.get('rules')?.value;
  const settings = catalogue.map((rule): [string, RuleSetting] => {
    const entry = rules?.kind === 'map' ? rules.entries.get(rule.id)?.value : undefined;
    const read = entry?.kind === 'map' ? settingOf(rule, entry, ground, mistakes) : null;
    return [rule.id, read ?? defaultSetting(rule)];
  });
  return Object.fromEntries(settings);
}

function settingOf(
  rule: AnyRule,
  entry: PlacedMap,
  ground: Omit<PolicyGround, 'terms'>,
  mistakes: FileMistake[],
): RuleSetting | null {
  const common = picked(entry, (key) => commonKeys.includes(key));
  const own = picked(entry, (key) => !commonKeys.includes(key));
  const readCommon = Common.safeParse(plain(common));
  const readOwn = rule.options.safeParse(plain(own));
  if (!readCommon.success) mistakes.push(...issueMistakes(readCommon.error.issues, Common, common));
  if (!readOwn.success) mistakes.push(...issueMistakes(readOwn.error.issues, rule.options, own, commonKeys));
  if (!readCommon.success || !readOwn.success) return null;
  const options = RuleSetting.shape.options.parse(readOwn.data);
  try {
    if (readCommon.data.on) rule.compile(options, { ...ground, terms: compileTerms });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    mistakes.push(mistakeAt(entry.at, `the rule "${rule.id}" cannot work with these options: ${why}`));
  }
  return { ...readCommon.data, version: rule.version, options };
}

function asMap(value: Placed, mistakes: FileMistake[]): PlacedMap | null {
  const on = (is: boolean): [string, PlacedEntry] => [
    'on',
    { keyAt: value.at, value: { kind: 'scalar', at: value.at, value: is } },
  ];
  if (value.kind === 'scalar' && typeof value.value === 'boolean')
    return { kind: 'map', at: value.at, entries: new Map([on(value.value)]) };
  if (value.kind === 'map') return { ...value, entries: new Map([on(true), ...value.entries]) };
  const off =
    value.kind === 'scalar' && (value.value === 'off' || value.value === 'no') ? '; write false to switch it off' : '';
  mistakes.push(mistakeAt(value.at, `a rule is set to true, false or a map of its options${off}`));
  return null;
}

function unknownRule(id: string): string {
  return unknownKey(id, [...ruleById.keys()])
    .replace('there is no ', 'there is no rule ')
    .replace(' here', '');
}

function picked(map: PlacedMap, wanted: (key: string) => boolean): PlacedMap {
  return { ...map, entries: new Map([...map.entries].filter(([key]) => wanted(key))) };
}

function placedFrom(value: unknown, at: Place): Placed {
  if (Array.isArray(value)) return { kind: 'list', at, items: value.map((item) => placedFrom(item, at)) };
  if (value !== null && typeof value === 'object')
    return {
      kind: 'map',
      at,
      entries: new Map(Object.entries(value).map(([key, item]) => [key, { keyAt: at, value: placedFrom(item, at) }])),
    };
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', at, value: isPlain ? value : null };
}
