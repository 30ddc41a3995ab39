/** A line as the traits of a voice read it: words and characters, merge tags taken out. */

/** Read once, looked at by every trait. */
export type ReadLine = {
  /** Merge tags taken out, spaces evened. */
  readonly text: string;
  /** In lower case, apostrophes straight and kept: "we've". */
  readonly words: readonly string[];
  /** The words with the case they were written in. */
  readonly wordsAsWritten: readonly string[];
};

/** A line that a profile is learned from, and how much it counts. */
export type WeightedLine = { readonly line: ReadLine; readonly weight: number };

// Every dialect's tags open and close in one of these ways. A tag that none of them knows is read as words.
const tags = /\{\{.*?\}\}+|\{%[^%]*%\}|%%=?[^%]*%%|\*\|[^|]*\|\*|<%[^%]*%>|\$\{[^}]*\}|##[^#]+##|\[[^\]]*\]/gu;

// "3.6" is one word, and so is "we've".
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}']|[.,](?=\p{N}))*/gu;

/** Read a line of at most a few hundred characters; what comes after is not looked at. */
export function readLine(written: string): ReadLine {
  const start = written.slice(0, mostUnits);
  const untagged = /[{%*<#[]/.test(start) ? start.replace(tags, ' ') : start;
  const text = untagged
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const wordsAsWritten = text.match(word) ?? [];
  return { text, wordsAsWritten, words: wordsAsWritten.map((each) => each.toLowerCase()) };
}

// A subject line of more than this is wrong in every voice, and a rule says so.
const mostUnits = 300;
