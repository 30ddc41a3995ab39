/** Merge tags as chips. For the eye alone: which tags are right is for the server's rules to say. */

/** A stretch that looks like a merge tag of some platform. */
export type TagChip = {
  readonly start: number;
  readonly end: number;
  /** The attribute in plain words: "first name". */
  readonly name: string;
  /** What is printed where the value is missing, where the tag says so. */
  readonly fallback: string | null;
};

// Klaviyo, Liquid, Handlebars · Mailchimp · Salesforce · ActiveCampaign and Campaign Monitor · Adobe · Braze.
const tagShapes =
  /\{\{.*?\}\}|\{%.*?%\}|\*\|.*?\|\*|%%.*?%%|%[A-Z][A-Z0-9_]*%|\[[a-z][a-z_]*(?:,[^\]]*)?\]|<%=?.*?%>|\$\{.*?\}/gsu;

/** The merge tags of a text, in order. */
export function mergeTagsIn(text: string): TagChip[] {
  return [...text.matchAll(tagShapes)].map((match) => {
    const inside = match[0].replace(/^[{%*|[<$=]+\s*|\s*[}%*|\]>]+$/gu, '');
    return {
      start: match.index,
      end: match.index + match[0].length,
      name: nameIn(inside),
      fallback: fallbackIn(inside),
    };
  });
}

function nameIn(inside: string): string {
  const word = /[\p{L}_][\p{L}\p{N}_.]*/u.exec(inside)?.[0] ?? inside;
  return word.split('.').at(-1)?.replaceAll('_', ' ').toLowerCase() ?? word;
}

function fallbackIn(inside: string): string | null {
  const quoted = /(?:default|fallback)\w*\s*[:=(]\s*(?:'([^']*)'|"([^"]*)")/u.exec(inside);
  if (quoted) return quoted[1] ?? quoted[2] ?? null;
  return /,\s*(?:fallback=)?(.+)$/u.exec(inside)?.[1] ?? null;
}
