/** A policy with its origins for a person: settings, values and places in three columns, within a hundred characters. */
import type { Json } from '../domain/hash.ts';
import type {
  ExplainedPolicy,
  ExplainedRule,
  ExplainedSetting,
  Origin,
} from '../guardrails/policy-file/explain-policy.ts';
import { alignedRows, harmless } from './console-table.ts';

/** What the lines may be wide, as far as the names allow. */
const maxWidth = 100;
/** However long the names are, values get this much. */
const minValueWidth = 24;

type Row = { readonly setting: string; readonly value: string; readonly origin: string };
type SayOrigin = (origin: Origin) => string;

/** The whole page: ground, rules that are on, examples, and in one sentence the rules that are off. */
export function explainedPolicy(policy: ExplainedPolicy): string {
  const say = originsIn(policy.files);
  const on = policy.rules.filter((rule) => rule.on);
  const off = policy.rules.filter((rule) => !rule.on).map(({ rule, from }) => `${rule} (${say(from)})`);
  const rows = [
    ...policy.ground.flatMap((setting) => rowsOf(setting, '', say)),
    ...on.flatMap((rule) => ruleRows(rule, say)),
    ...policy.examples.filter(hasContent).flatMap((setting) => rowsOf(setting, '', say)),
  ];
  return [
    `Policy ${policy.policyHash}`,
    ...(policy.files.length > 0 ? ['From, each going before those above it:'] : ['From the defaults alone.']),
    ...policy.files.map((file) => `  ${harmless(file)}`),
    '',
    table(rows),
    ...(off.length > 0 ? ['', ...wrapped(`Off: ${off.join(', ')}`, maxWidth)] : []),
    '',
  ].join('\n');
}

function ruleRows({ rule, from, settings }: ExplainedRule, say: SayOrigin): Row[] {
  return [
    { setting: rule, value: 'on', origin: say(from) },
    ...settings.filter(hasContent).flatMap((setting) => rowsOf(setting, '  ', say)),
  ];
}

/** An empty list or map nobody asked for says nothing. */
function hasContent(setting: ExplainedSetting): boolean {
  const content = 'entries' in setting ? setting.entries : setting.value;
  const isEmpty = typeof content === 'object' && content !== null && Object.keys(content).length === 0;
  return !isEmpty || setting.from !== 'default';
}

function rowsOf(explained: ExplainedSetting, indent: string, say: SayOrigin): Row[] {
  const setting = `${indent}${explained.setting}`;
  if (!('entries' in explained)) return [{ setting, value: valueWords(explained.value), origin: say(explained.from) }];
  if (explained.entries.length === 0) return [{ setting, value: 'none', origin: say(explained.from) }];
  const rows: Row[] = [];
  for (const { value, from } of explained.entries) {
    const last = rows.at(-1);
    const origin = say(from);
    // Entries that were written on one line share a row.
    if (last?.origin === origin) rows.splice(-1, 1, { ...last, value: `${last.value}, ${valueWords(value)}` });
    else rows.push({ setting: last ? '' : setting, value: valueWords(value), origin });
  }
  return rows;
}

/** Says a place by line and by as much of the file's path as tells it from the others. */
function originsIn(files: readonly string[]): SayOrigin {
  const names = new Map(files.map((file) => [file, harmless(shortest(file, files))]));
  return (origin) => (origin === 'default' ? 'default' : `${names.get(origin.file) ?? origin.file}:${origin.line}`);
}

function shortest(file: string, files: readonly string[]): string {
  const steps = file.split('/');
  const endings = steps.map((_, index) => steps.slice(-1 - index).join('/'));
  const isOnly = (ending: string) => files.every((other) => other === file || !`/${other}`.endsWith(`/${ending}`));
  return endings.find(isOnly) ?? file;
}

/** As a policy file would say it. Texts that could be taken for something else are quoted. */
function valueWords(value: Json): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string')
    return /^[\p{L}\p{N}][\p{L}\p{N} _'-]*$/u.test(value) ? value : harmless(JSON.stringify(value));
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([key, each]: [string, Json]) =>
    Array.isArray(value) ? valueWords(each) : `${key}: ${valueWords(each)}`,
  );
  if (Array.isArray(value)) return `[${members.join(', ')}]`;
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function table(rows: readonly Row[]): string {
  const widest = (texts: readonly string[]) => texts.reduce((width, text) => Math.max(width, text.length), 0);
  const around = widest(rows.map(({ setting }) => setting)) + widest(rows.map(({ origin }) => origin)) + 4;
  const valueWidth = Math.max(minValueWidth, maxWidth - around);
  const cells = rows.flatMap(({ setting, value, origin }) =>
    wrapped(value, valueWidth).map((line, index) => (index === 0 ? [setting, line, origin] : ['', line, ''])),
  );
  return alignedRows(cells);
}

/** Cut at blanks; a word that is too long stands alone. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
