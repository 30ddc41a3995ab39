/** Catches a model talking about its task in the place of doing it: refusals, chat, notes to whoever asked. */
import * as z from 'zod';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { compileTerms } from '../text/find-terms.ts';

const Options = z.strictObject({
  /** Phrases of your own that only a model would write. */
  extraPhrases: z.array(z.string().trim().min(2).max(100)).max(200).default([]),
});

const product = '(?:subject|options?|variants?|variations?|suggestions?|candidates?|versions?|drafts?|headlines?)';

// Matched on folded text: lower case, straight apostrophes. Every repetition is bounded.
const shapes: readonly RegExp[] = [
  /\bas an? (?:ai\b|artificial intelligence|(?:large )?language model)/g,
  /\b(?:large )?language models?\b/g,
  /\bi(?:'m| am)? (?:cannot|can't|can not|unable to|not able to|won't|will not)(?: be able to)? (?:assist|help|provide|create|generate|fulfil|comply|write|produce|answer)\b/g,
  /^\W{0,3}(?:i'm sorry|i am sorry|i apologi[sz]e),? but\b/g,
  /\bsubject[ -]lines?\b/g,
  /\b(?:under|within|below|about|around|exactly) \d{1,3} (?:characters|chars)\b/g,
  /[([]\s?\d{1,3} (?:characters|chars|words)\s?[)\]]/g,
  /\b(?:character|word) count ?: ?\d/g,
  /\(note ?:|^note ?: (?:this|these|the (?:line|subject|above|tone))\b/g,
  /^(?:variation|option|alternative) \d{1,2}\b ?[-:)]/g,
  /^(?:sure|certainly|of course)(?: thing)?[!:]/g,
  /^(?:sure|certainly|absolutely|of course|great|okay|ok|understood)[,.!]? (?:here(?:'s| is| are) (?:a|an|the|some|your|\d{1,2}|my) (?:[a-z-]{1,15} ){0,3}(?:line|lines|option|options|idea|ideas|draft|drafts|version|versions|subject)\b|i(?:'d| would| can|'ll| will) )/g,
  new RegExp(
    `^here(?:'s| is| are) (?:[^:]{0,60}\\bsubject\\b|[^:]{0,60}\\b${product}\\b[^:]{0,40}:$|[^:]{0,80}:$)`,
    'g',
  ),
  /\bi(?:'d| would) be (?:happy|glad) to (?:help|assist|write|provide|create)\b/g,
  /\b(?:hope this helps|let me know if you(?:'d| would) (?:like|prefer) (?:me|any|more|another|a different|changes|adjustments))/g,
  /\bfeel free to (?:adjust|modify|tweak|edit|adapt|customi[sz]e)\b/g,
  /\b(?:based on|according to|per) (?:the|your) (?:brief|prompt|instructions|guidelines|request)\b/g,
  /<\/?think(?:ing)?>/g,
  /^(?:rationale|reasoning|explanation|thought|analysis) ?:/g,
  /\bknowledge cut-?off\b/g,
];

// One look that lets nearly every line go.
const worthALook =
  /subject|language model|\bas an? a|i(?:'m| am)? (?:can|unab|not a|won|will n)|i(?:'m| am) sorry|apologi|chars?\b|character|words? ?[)\]]|count ?:|note ?:|^(?:variation|option|alternative|sure|certainly|of course|absolutely|great|ok|understood|here(?:'s| is| are)|rationale|reasoning|explanation|thought|analysis)|be (?:happy|glad) to|this helps|let me know|feel free|brief|prompt|instructions|guidelines|request|think|cut-?off/;

/** See docs/rules/llm-meta-text.md. */
export const llmMetaText = defineRule({
  id: 'llm-meta-text',
  version: 1,
  summary: 'No refusal, chat or remark about the task in the place of a subject line.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  examples: {
    good: [
      { line: 'Sure bets for fall' },
      { line: 'Here comes the sun(dress)' },
      { line: 'Here are your rewards' },
      { line: 'I can’t even: 70% off' },
      { line: 'Sorry, but we sold out' },
      { line: 'Of course you need socks' },
    ],
    bad: [
      { line: '[|Sure! Here are 5 subject lines|]:' },
      { line: '[|As an AI|] [|language model|] I cannot' },
      { line: 'Cozy picks [|(38 characters)|]' },
      { line: '[|I’m sorry, but|] [|I can’t help|] with that' },
      { line: '[|Here are three cozy options:|]' },
      { line: 'Fall [|by robots|]', options: { extraPhrases: ['by robots'] } },
    ],
  },
  prepare: ({ extraPhrases }) => ({
    extra: extraPhrases.length === 0 ? null : compileTerms(extraPhrases.map((term) => ({ term, mode: 'word' }))),
  }),
  check(line, { prepared: { extra } }) {
    const { text } = line.folded();
    const isWorthALook = worthALook.test(text);
    if (!isWorthALook && !extra) return nothing;
    const { from, to } = line.folded();
    const found = new Map<number, Sighting>();
    const add = (start: number, end: number) => {
      const known = found.get(start)?.spans?.[0];
      if (!known || known.end < end) found.set(start, sighting(line.text, start, end));
    };
    if (isWorthALook)
      for (const shape of shapes)
        for (const { 0: seen, index } of text.matchAll(shape)) add(from[index] ?? 0, to[index + seen.length - 1] ?? 0);
    for (const { span } of extra?.find(line) ?? []) add(span.start, span.end);
    return found.size === 0 ? nothing : [...found.values()];
  },
});

function sighting(text: string, start: number, end: number): Sighting {
  return {
    message: `"${text.slice(start, end)}" is a model talking about its task; keep the line itself, or have it drafted anew.`,
    spans: [{ start, end }],
  };
}
