/** Words for things: an item in its grammatical forms, and what they have as a sort of thing. */
import { indefinite, type NounPhrase } from './noun-phrase.ts';

/** The words for a slot about an item the cohort is shown: "an item", "the short", "kinds". */
export function itemWords(name: string, item: NounPhrase | null): string | null {
  if (!item) return null;
  const { short, noun, article, isName } = item;
  // A comma inside an item would read as the line's own.
  const text = item.text.includes(',') ? short : item.text;
  switch (name) {
    case 'item':
      return text;
    case 'an item':
      return isName ? text : article === null ? null : `${article}${text}`;
    case 'the item':
      return definite(item, text);
    case 'short':
      return short;
    case 'a short':
      return isName ? short : article === null ? null : `${article}${short}`;
    case 'the short':
      return definite(item, short);
    case 'color':
      return item.color;
    case 'kind':
      return noun?.form ?? null;
    case 'a kind':
      return noun && counted(noun.form, noun.number);
    case 'a color kind':
      return noun && item.color && counted(`${item.color} ${noun.form}`, noun.number);
    case 'kinds':
      return noun?.plural ?? null;
    case 'generic kind':
      return noun && (noun.number === 'one' ? `the ${noun.form}` : noun.form);
    case 'place':
      return noun?.place ?? null;
    default:
      return null;
  }
}

/** A title stands alone; a product's name takes "the" like any other noun. */
function definite({ isName, noun }: NounPhrase, text: string): string {
  return (isName && !noun) || /^the\s/u.test(text) ? text : `the ${text}`;
}

/** The words for a slot about the sort of thing they have: "a have", "haves". Never the item they bought. */
export function haveWords(name: string, have: NounPhrase | null): string | null {
  const noun = have?.noun;
  if (!noun) return null;
  switch (name) {
    case 'have':
      return noun.form;
    case 'a have':
      return counted(noun.form, noun.number);
    case 'the have':
      return `the ${noun.form}`;
    case 'haves':
      return noun.plural;
    case 'single have':
      return noun.single;
    case 'a single have':
      return `${indefinite(noun.single)} ${noun.single}`;
    default:
      return null;
  }
}

/** A noun with its article, where one is counted by one. */
export function counted(form: string, number: string): string | null {
  return number === 'one' ? `${indefinite(form)} ${form}` : form;
}
