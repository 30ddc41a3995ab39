/** Merge tags as the parser sees them. */
import type { Span } from '../../domain/finding.ts';

/** One merge tag of the line. Values are never evaluated. */
export type Tag = {
  readonly span: Span;
  /** `value` prints an attribute; `control` opens, switches or closes a conditional. */
  readonly kind: 'value' | 'control';
  /** What a control tag does; `null` for a value tag. */
  readonly role: 'open' | 'otherwise' | 'close' | null;
  /** The attribute as written in the tag, or `null` for a control tag that names none. */
  readonly attribute: string | null;
  /** Its canonical name (`first_name`), or `null` where neither the dialect nor the brand knows it. */
  readonly canonical: string | null;
  /** What the tag says to print where the value is missing; `null` where it says nothing. */
  readonly fallback: { readonly text: string; readonly span: Span } | null;
  /** Filters, helpers or functions the tag applies, other than its fallback, by the platform's names. */
  readonly filters: readonly string[];
  /** True where the tag stands in a conditional on its own attribute that also says what to print otherwise. */
  readonly guarded: boolean;
};

/** Something that a reader would get to see raw, or that stops the send. */
export type TagFault = {
  readonly span: Span;
  readonly kind:
    | 'unclosed'
    | 'foreign-dialect'
    | 'unknown-attribute'
    | 'unknown-filter'
    | 'typographic-quote'
    | 'no-break-space'
    | 'unbalanced-conditional'
    | 'conditional-not-allowed'
    | 'malformed';
  /** What is wrong and what to write, in one sentence. */
  readonly message: string;
  /** What to write in the place of the span, where that is certain. */
  readonly fix?: string;
  /** The canonical name of the attribute that was meant, where the fix prints one. */
  readonly means?: string;
};
