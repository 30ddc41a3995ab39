/** The generated head of a rule's page: what the rule itself can say. What people must explain stands below it. */
import type { AnyRule, RuleExample } from '../src/guardrails/rule.ts';
import { ruleOptions } from '../src/guardrails/rule-options.ts';

/** The line that ends the generated head. Below it nothing is ever rewritten. */
export const handMark = '<!-- written by hand below -->';

/** The whole page: a fresh head, and what stood below the mark on the page as it is. */
export function rulePage(rule: AnyRule, page: string | null): string {
  const at = page?.indexOf(handMark) ?? -1;
  // A page without the mark is all by hand; nothing of it may be lost.
  const byHand = page === null ? '\n' : at < 0 ? `\n\n${page}` : page.slice(at + handMark.length);
  return `${head(rule)}${handMark}${byHand}`;
}

/** The index of all pages. */
export function indexPage(rules: readonly AnyRule[]): string {
  const rows = rules.map(({ id, on, severity, summary }) => [`[\`${id}\`](${id}.md)`, on ? severity : 'off', summary]);
  return `# Rules\n\n${table(['rule', 'by default', 'what holds'], rows)}`;
}

function head(rule: AnyRule): string {
  const { id, version, summary, on, severity, onMissingFacts, alsoPreheader, onlyCampaigns } = rule;
  const looksAt = onlyCampaigns ? 'the brief of a campaign' : alsoPreheader ? 'subject and preheader' : 'subject';
  const about = [
    ['version', String(version)],
    ['by default', on ? 'on' : 'off'],
    ['weight', severity],
    ...(onMissingFacts ? [['where a fact is missing', onMissingFacts]] : []),
    ['looks at', looksAt],
  ];
  const sections = [
    `# ${id}\n\n${summary}\n`,
    table(['', ''], about),
    `## Options\n\n${optionsTable(rule)}`,
    `## Passes\n\n${examples(rule.examples.good)}`,
    `## Found\n\nWhat is found stands between \`[|\` and \`|]\`.\n\n${examples(rule.examples.bad)}`,
  ];
  return `${sections.join('\n')}\n`;
}

function optionsTable(rule: AnyRule): string {
  const rows = ruleOptions(rule).map((option) => [
    `\`${option.name}\``,
    option.takes,
    option.default === null ? 'none' : code(option.default),
  ]);
  return rows.length === 0 ? 'None.\n' : table(['option', 'takes', 'default'], rows);
}

function examples(list: readonly RuleExample[]): string {
  return list.map((example) => `- ${code(visible(example.line))}${circumstances(example)}\n`).join('');
}

function circumstances({ preheader, locale, options, dialect, facts, seen, because }: RuleExample): string {
  const given = [
    ...(preheader === undefined ? [] : [`preheader ${code(visible(preheader))}`]),
    ...(locale ? [`locale ${code(locale)}`] : []),
    ...(dialect ? [`dialect ${code(dialect)}`] : []),
    ...(options ? [`options ${code(visible(JSON.stringify(options)))}`] : []),
    ...(facts ? [`facts ${code(JSON.stringify(facts))}`] : []),
    ...(seen ?? []).map(({ text }) => `after ${code(visible(text))}`),
  ];
  return `${given.length > 0 ? ` with ${given.join(', ')}` : ''}${because ? `: ${because}` : ''}`;
}

/** Unseen characters would be lost on the page and in review. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u00ad\u200b\u200c\u200e\u200f\u202a-\u202f\u2060-\u2069\ufeff\u00a0]|[\u{e0000}-\u{e007f}]/gu,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

function code(text: string): string {
  if (text === '') return '(an empty line)';
  const fence = text.includes('`') ? '``' : '`';
  const padded = /^[`\s]|[`\s]$/.test(text) ? ` ${text} ` : text;
  return fence + padded + fence;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('');
}
