/** Answers that may be asked for again: whoever has the one in force need not be sent it. In memory, for the window. */

type Known = { readonly tag: string; readonly text: string };

/** Addresses whose answers are kept; what was asked for longest ago goes first. */
const mostKept = 60;
const kept = new Map<string, Known>();

/** What is known of an address; it counts as asked for now. */
export function knownAnswer(address: string): Known | null {
  const known = kept.get(address);
  if (!known) return null;
  kept.delete(address);
  kept.set(address, known);
  return known;
}

/** Keep an answer under its tag; one without a tag is not kept. */
export function keepAnswer(address: string, tag: string | null, text: string): void {
  kept.delete(address);
  if (tag === null) return;
  kept.set(address, { tag, text });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/** Another person sees other things under the same tag. */
export function forgetAnswers(): void {
  kept.clear();
}
