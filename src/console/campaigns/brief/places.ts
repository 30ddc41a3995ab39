/** Places in a brief: as the service points at them, as fields are named by them, and in words. */
import { memberName } from '../member-names.ts';
import { asText, type Draft, type Path, valueAt } from './draft.ts';

/** A mistake at its place. */
export type Mistake = { readonly path: Path; readonly detail: string };

/** What the service tells, its pointer (RFC 6901 as a URI fragment) read. */
export function mistakeOf({ pointer, detail }: { readonly pointer: string; readonly detail: string }): Mistake {
  const parts = pointer.replace(/^#?\/?/, '').split('/');
  const path = parts
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { path, detail };
}

/** The id of the field of a place. */
export function fieldId(path: Path): string {
  return `field-${path.join('-')}`;
}

/** Whether a place lies in another, or is it. */
export function isWithin(path: Path, outer: Path): boolean {
  return outer.every((part, index) => path[index] === part);
}

/** "Cohort “Coat buyers”, offer, ends". */
export function placeInWords(draft: Draft, path: Path): string {
  const words: string[] = [];
  path.forEach((part, index) => {
    if (part === 'externalId' && index > 0) words.push('id');
    else if (typeof part === 'string') words.push(memberName(part));
    else if (path[index - 1] === 'cohorts')
      words[words.length - 1] = cohortInWords(asText(valueAt(draft, ['cohorts', part, 'name'])), part);
    else words[words.length - 1] = `${words.at(-1) ?? ''} ${part + 1}`;
  });
  const said = words.join(', ');
  return said === '' ? 'The brief' : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** A mistake for somebody before a form, who need not hear what kind of JSON is missing. */
export function detailInForm(detail: string): string {
  return detail.replace(/^is missing; give (?:an? \w+|one of .*)$/, 'is missing');
}

function cohortInWords(name: string, index: number): string {
  return name === '' ? `cohort ${index + 1}` : `cohort “${name}”`;
}
