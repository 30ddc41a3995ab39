/** Replies as models really write them, and what becomes of each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxLines, parseReply } from '../../src/generate/parse-reply.ts';

const texts = (raw: string, given?: { isCutOff: boolean }) => parseReply(raw, given).lines.map(({ text }) => text);
const two = ['Linen, pressed by the sea', 'A hook for the heavy coat'];
const good = JSON.stringify({ candidates: two.map((text) => ({ text, angle: 'benefit' })) });

describe('a reply in the shape asked for', () => {
  it('gives its lines to the letter, with angle and preheader', () => {
    const raw = JSON.stringify({
      candidates: [
        { text: ' Spaces stay ', angle: 'offer', preheader: 'And so does this' },
        { text: '"Quoted"\u2028and torn\u0000', angle: 'Benefit' },
      ],
    });
    expect(parseReply(raw)).toEqual({
      lines: [
        { text: ' Spaces stay ', angle: 'offer', preheader: 'And so does this' },
        { text: '"Quoted"\u2028and torn\u0000', angle: 'benefit', preheader: null },
      ],
      problem: null,
    });
  });

  it('calls an angle nobody named "other"', () => {
    const raw = '{"candidates":[{"text":"A b","angle":"synergy"},{"text":"C d","angle":7},{"text":"E f"}]}';
    expect(parseReply(raw).lines.map(({ angle }) => angle)).toEqual(['other', 'other', 'other']);
  });
});

describe('a reply in another shape', () => {
  it.each([
    ['fenced', `\`\`\`json\n${good}\n\`\`\``],
    ['fenced without a language, cut fence', `\`\`\`\n${good}`],
    ['prose before and after', `Sure! Here are {two} lines [as asked]:\n\n${good}\n\nShall I write more?`],
    ['prose that shows a tag', `I used {{ first_name|default:'there' }} in none.\n${good}`],
    ['after thinking aloud', `<think>\nMaybe ["A line thought better of"]? No.\n</think>\n\n${good}`],
    ['byte order mark', `\ufeff${good}`],
    ['NUL between tokens', good.replaceAll(':', ':\u0000')],
    ['a bare array of objects', JSON.stringify(two.map((text) => ({ text, angle: 'news' })))],
    ['a bare array of strings', JSON.stringify(two)],
    ['trailing commas', `{"candidates":[{"text":"${two[0]}",},{"text":"${two[1]}",},],}`],
    ['a missing comma', `[{"text":"${two[0]}"} {"text":"${two[1]}"}]`],
    ['single quotes', `{'candidates': [{'text': '${two[0]}', 'angle': None}, {'text': "${two[1]}"}]}`],
    ['one object a row', two.map((text) => JSON.stringify({ text, angle: 'list' })).join('\n')],
    ['JSON inside a JSON string', JSON.stringify(good)],
    ['subject', JSON.stringify({ subjects: two.map((subject) => ({ subject })) })],
    ['subject_line', JSON.stringify({ subject_lines: two.map((line) => ({ subject_line: line })) })],
    ['subjectLines of strings', JSON.stringify({ subjectLines: two })],
    ['lines', JSON.stringify({ lines: two })],
    ['variants under a name of their own', JSON.stringify({ reply: { variants: two.map((text) => ({ text })) } })],
    ['a list under an unknown name', JSON.stringify({ forYou: two.map((text) => ({ text })) })],
    ['a title beside the list', JSON.stringify({ title: 'Subject lines', candidates: two })],
    ['a map by number', JSON.stringify({ 1: two[0], 2: two[1] })],
    ['a map by subject_1', JSON.stringify({ subject_1: two[0], subject_2: two[1] })],
    ['a map by angle', JSON.stringify({ benefit: two[0], service: two[1] })],
    ['numbered', `1. ${two[0]}\n2. ${two[1]}`],
    ['numbered with parentheses and a greeting', `Here you go:\r\n\r\n1) ${two[0]}\r\n2) ${two[1]}\r\n`],
    ['numbered in brackets', `(1) ${two[0]}\n(2) ${two[1]}`],
    ['bulleted', `- ${two[0]}\n- ${two[1]}`],
    ['bulleted with remarks further in', `* ${two[0]}\n  * Angle: benefit\n* ${two[1]}\n  * Angle: news`],
  ])('is understood: %s', (_name, raw) => {
    expect(texts(raw)).toEqual(two);
  });

  it('leaves everything in a list item but its marker', () => {
    const raw = '1. "Quoted"\n2. 20% off coats\n3. 3 ways to tie a scarf\n4. Subject: socks\n5. [New] boots  ';
    expect(texts(raw)).toEqual([
      '"Quoted"',
      '20% off coats',
      '3 ways to tie a scarf',
      'Subject: socks',
      '[New] boots  ',
    ]);
  });

  it('keeps a line separator inside a list item', () => {
    expect(texts('- One\u2028two\n- Three')).toEqual(['One\u2028two', 'Three']);
  });

  it('understands raw control characters and odd escapes in a string', () => {
    expect(texts('{"candidates":[{"text":"A\ttab, it\\\'s \\q fine \\u00e9 \\uzz"}]}')).toEqual([
      "A\ttab, it's \\q fine é \\uzz",
    ]);
  });

  it('takes whatever number of lines there is, up to a bound', () => {
    const many = parseReply(JSON.stringify(Array.from({ length: 100 }, (_, at) => `Line ${at}`)));
    expect(many.lines).toHaveLength(maxLines);
    expect(many.problem).toContain('40 lines');
  });
});

describe('a reply that is torn', () => {
  it.each([
    ['in a text', '{"candidates":[{"text":"Whole one","angle":"news"},{"text":"Half a li'],
    ['after a text', '{"candidates":[{"text":"Whole one","angle":"news"},{"text":"Maybe whole"'],
    ['in the preheader', '{"candidates":[{"text":"Whole one"},{"text":"Line","preheader":"Half'],
    ['in a key', '{"candidates":[{"text":"Whole one"},{"te'],
    ['after a colon', '{"candidates":[{"text":"Whole one"},{"text":'],
    ['in an array of strings', '["Whole one","Half a li'],
    ['in one object a row', '{"text":"Whole one"}\n{"text":"Maybe","angle":"ne'],
    ['in a fence', '```json\n{"candidates":[{"text":"Whole one"},{"text":"Half'],
  ])('gives its whole entries alone: %s', (_name, raw) => {
    const { lines, problem } = parseReply(raw);
    expect(lines.map(({ text }) => text)).toEqual(['Whole one']);
    expect(problem).toContain('ended in the middle');
  });

  it('says nothing is there where the first entry is torn', () => {
    expect(parseReply('{"candidates":[{"text":"Half a li').lines).toEqual([]);
    expect(parseReply('{"text":"Half a li').problem).not.toBeNull();
  });

  it('drops the last list item when the writer was cut off', () => {
    expect(texts('1. Whole one\n2. Half a li', { isCutOff: true })).toEqual(['Whole one']);
    expect(texts('1. Whole one\n2. Whole two\n', { isCutOff: true })).toEqual(['Whole one', 'Whole two']);
  });

  it('drops a list item that runs over several rows', () => {
    expect(texts('1. A line that goes\n   on here\n2. Whole one')).toEqual(['Whole one']);
  });
});

describe('a reply with nothing to use', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks and NUL', ' \n\u0000\t', 'empty'],
    ['thoughts alone', '<think>\n1. A line thought better of\n2. Another', 'still thinking'],
    ['a refusal', "I'm sorry, but I can't help with that.", 'declined'],
    ['a refusal with suggestions', 'I cannot write these lines.\n- Try another brief\n- Ask a person', 'declined'],
    ['a refusal in JSON', '{"candidates":[],"note":"I can’t assist with this request"}', 'declined'],
    ['an empty list', '{"candidates":[]}', 'no subject lines'],
    ['an error document', '{"error":{"message":"overloaded","type":"server"}}', 'no subject lines'],
    ['a page', '<html><body>502 Bad Gateway</body></html>', 'no subject lines'],
    ['prose', 'The best subject lines are short. Good luck with them.', 'no subject lines'],
    ['objects for texts', '{"candidates":[{"text":{"value":"x"}},{"text":["x"]},{"text":4},{"text":null}]}', '4 times'],
    ['blank texts', '{"candidates":[{"text":"  "},{"text":""}]}', 'empty (2 times)'],
    ['numbers', '[1,2,3]', 'not a text'],
  ])('says so: %s', (_name, raw, word) => {
    const { lines, problem } = parseReply(raw);
    expect(lines).toEqual([]);
    expect(problem).toContain(word);
  });

  it('never makes a text of an object', () => {
    const raw =
      '{"candidates":[{"text":{"a":1},"angle":{},"preheader":{}},{"text":"Fine","preheader":{"a":1},"angle":[]}]}';
    expect(parseReply(raw).lines).toEqual([{ text: 'Fine', preheader: null, angle: 'other' }]);
  });

  it('drops a line nobody could send, and says how long it was', () => {
    const { lines, problem } = parseReply(JSON.stringify(['x'.repeat(10_000), 'Fine']));
    expect(lines.map(({ text }) => text)).toEqual(['Fine']);
    expect(problem).toContain('10000 characters');
  });

  it('gives up on a million brackets at once', () => {
    const start = performance.now();
    expect(parseReply('['.repeat(199_000)).lines).toEqual([]);
    expect(parseReply('{"a":'.repeat(39_000)).lines).toEqual([]);
    expect(parseReply(`${'["'.repeat(90_000)}`).lines).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('any reply', () => {
  it('never throws, and every line is text of the reply', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.lorem({ mode: 'sentences' })), (raw) => {
        for (const { text } of parseReply(raw).lines) expect(text.trim()).not.toBe('');
      }),
    );
  });

  it('gives back any texts that were written as JSON, wherever it stands', () => {
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const raw = `Here:\n\`\`\`json\n${JSON.stringify({ candidates: lines.map((text) => ({ text })) })}\n\`\`\``;
        expect(texts(raw)).toEqual(lines);
      }),
    );
  });

  it('torn anywhere gives the first lines and no half one', () => {
    const lines = ['First, whole', 'It\'s "quoted" \\ and {braced}', 'Third [one], last'];
    const raw = JSON.stringify({ candidates: lines.map((text) => ({ text, angle: 'news', preheader: `${text}!` })) });
    for (let end = 0; end < raw.length; end += 1) {
      const found = texts(raw.slice(0, end));
      expect(found).toEqual(lines.slice(0, found.length));
    }
  });
});
