/** What a writer leaves around or in a line: quotes, numbers, bullets, labels, markdown, code. Data of wrapper-artifacts. */

/** Quotation marks that may wrap a line. */
export const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['„', '“'],
  ['«', '»'],
];
/** Marks of markdown that may wrap a line. */
export const marks: readonly (readonly [string, string])[] = [
  ['`', '`'],
  ['*', '*'],
  ['_', '_'],
  ['|', '|'],
];

/** Locales in whose language a figure and a full stop begin a date or an ordinal: "1. Advent". */
export const ordinalDot = /^(?:bs|cs|da|de|et|fi|hr|hu|is|lv|nb|nn|no|pl|sk|sl|sr|tr)\b/i;

/** What may stand before a line. `isDot` marks what an ordinal looks like. */
export const openings = [
  // "1) Shop 2) Save" counts inside of the line, and "1. FC" begins the name of a German club.
  { shape: /^\s*\d{1,2}\)(?=\s|\p{L})\s*(?!.*\b2\))/u, what: 'A number from a list' },
  {
    shape: /^\s*\d{1,2}\.(?=\s|\p{L})(?!\s*(?:F?FC|F?SV|SC|TSV|VfB|VfL|CfR)\b)\s*(?!.*\b2[.)])/u,
    what: 'A number from a list',
    isDot: true,
  },
  { shape: /^\s*(?:[a-h]|i{1,3}|iv)\)\s+(?!.*\b(?:b|ii)\))/iu, what: 'A letter from a list' },
  // French sets spaces on both sides of the figure: "- 20 %".
  { shape: /^\s*[-*•–‣·◦▪]\s+(?!\d+(?:[.,]\d+)?\s[%€])/u, what: 'A bullet' },
  { shape: /^\s*\[\d{1,2}\]\s+/u, what: 'A number from a list' },
  { shape: /^\s*-{3,}\s*/u, what: 'A rule of dashes' },
  { shape: /^\s*\([a-z0-9]\)\s+/iu, what: 'A letter from a list' },
  { shape: /^\s*["“„](?!.*["”“„])/u, what: 'A quotation mark that never closes' },
  { shape: /^\s*(?:e-?mail )?subject(?:[ _]lines?)?\s+[-–—]\s+/iu, what: 'A label' },
  { shape: /^\s*#{1,6}\s+/u, what: 'A markdown heading' },
  { shape: /^\s*>\s+/u, what: 'A quoting sign' },
  {
    shape:
      /^\s*(?:\*\*|")?(?:(?:(?:e-?mail )?subject(?:[ _]lines?)?|betreff(?:zeile)?|objet|asunto|assunto|oggetto|onderwerp|pre-?header|preview[ _]text|headline)(?:\s*#?\s*\d{1,2})?|(?:option|variant|variation|candidate|line|e-?mail)\s*#?\s*(?:\d{1,2}|[a-h](?!.*\b[b-h]\s*:)))(?:\*\*|")?\s*[:：](?:\*\*)?\s*/iu,
    what: 'A label',
  },
] as const;

/** Markup and broken pieces anywhere in a line; a first group holds the mark that stands at both ends. */
export const insides = [
  { shape: /(~~)(?=\S)[^~]{1,200}~~/gu, what: 'Markdown strikethrough' },
  { shape: /```/gu, what: 'A code fence' },
  { shape: /(\*\*|__)(?=\S)[^*_]{1,200}\1/gu, what: 'Markdown emphasis' },
  { shape: /\[[^[\]]{1,80}\]\([^()\s]{1,200}\)/gu, what: 'A markdown link' },
  { shape: /(?<![:\\])\\(?:[nrt"](?!\\)|u[0-9a-fA-F]{4})/gu, what: 'An escape sequence' },
  {
    shape: /&(?:amp|lt|gt|quot|apos|nbsp|shy|zwj|zwnj|[lr][sd]quo|[mn]dash|hellip|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});/gu,
    what: 'An HTML reference',
  },
  { shape: /^\s*(?:\[\s*)?(?:[{[]\s*"|"[A-Za-z_]{2,20}"\s*:\s*")/gu, what: 'The start of a JSON text' },
  { shape: /"\s?,?\s?[}\]]{1,4},?\s?$(?<!^\s*[{["].*)/gu, what: 'The end of a JSON text' },
  { shape: /(?<!^\s*)`[^`]{3,100}`|`[^`]{3,100}`(?!\s*$)/gu, what: 'Markdown code' },
  { shape: /(?<=[\p{L}.!?])”\s?$(?<!["“„«].*)/gu, what: 'A quotation mark that never opened' },
  // UTF-8 read as Windows-1252, and what is put in the place of bytes that are neither.
  { shape: /â€\S?|[ÃÂ][\u00a1-\u00bf]|\ufffd/gu, what: 'A letter in the wrong encoding' },
] as const;

/** False for nearly every line: nothing that may open a wrapped line, and no sign of markup anywhere. */
export function mayBeWrapped(text: string): boolean {
  return opening.test(text) || (oddSign.test(text) && inside.test(text));
}

const opening =
  /^\s*(?:[\d"'“‘„«`*_\-•–—‣·◦▪|(#>{[]|[a-h]\)|i[iv]{0,2}\)|subject|e-?mail|betreff|objet|as+unto|oggetto|onderwerp|pre-?header|preview|headline|option|varia|candidate|line)/iu;
// Of what may stand inside, each holds one of these; the class alone takes a tenth of the time.
const oddSign = /[~*_`”}\]âÂãÃ\ufffd\\&]/;
const inside = /~~|[*_]{2}|`|”\s*$|[}\]],?\s*$|â€|[ÃÂ\ufffd]|\]\(|[\\&]/iu;
