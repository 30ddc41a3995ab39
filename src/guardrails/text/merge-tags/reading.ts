/** What a grammar reads in a tag. Offsets count from the start of the tag's inner text. */
import type { Quoted } from './cursor.ts';

/** A tag that prints an attribute. */
export type ValueReading = {
  readonly kind: 'value';
  readonly attribute: string;
  readonly fallback: Quoted | null;
  /** Filters, helpers or functions that are applied, other than the fallback. */
  readonly filters: readonly string[];
};

/** What a conditional asks for. `other` is a question that only the platform can answer. */
export type Condition =
  | { readonly ask: 'present'; readonly attribute: string }
  | { readonly ask: 'absent'; readonly attribute: string }
  | {
      readonly ask: 'compare';
      readonly attribute: string;
      readonly operator: Comparison;
      readonly number: number;
      /** Whether it holds for a reader without a value: no comparison does but "is not", and the opposite turns it. */
      readonly whenMissing: boolean;
    }
  | { readonly ask: 'other'; readonly attribute: string | null };

/** How a conditional compares a number. */
export type Comparison = '>' | '>=' | '<' | '<=' | '==' | '!=';

/** A tag that opens, switches or closes a conditional. */
export type ControlReading = {
  readonly kind: 'control';
  readonly role: 'open' | 'otherwise' | 'close';
  /** The word it begins with: `if`, `else`, `endif`. */
  readonly word: string;
  /** `null` for a plain else and for closers. */
  readonly condition: Condition | null;
};

/** `null`: the inner text is not of this grammar. */
export type Reading = ValueReading | ControlReading | null;
