/** What a figure of a line is judged by, and the sightings that follow. */
import type { Market } from '../../../domain/brief.ts';
import type { Facts } from '../../../domain/facts.ts';
import type { ComparedFact } from '../../../domain/finding.ts';
import type { Sighting } from '../../rule.ts';
import type { Figure } from '../../text/claims/figure.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';

/** Limits of the policy that comparing a figure needs. */
export type DiscountLimits = {
  readonly lowest30DaysIn: readonly Market[];
  readonly maxShareIn: readonly Market[];
  readonly minMaxShare: number;
  readonly allowPricePoints: boolean;
  readonly strictIn: readonly Market[];
};

/** What all comparisons share. */
export type Ground = {
  readonly line: ParsedLine;
  readonly facts: Facts;
  readonly market: Market;
  readonly limits: DiscountLimits;
  /** Figures the brief, or the brand, states in words. */
  readonly stated: readonly Figure[];
};

/** The claim as written. */
export function quoted(figure: Figure, line: ParsedLine): string {
  return `"${line.text.slice(figure.span.start, figure.span.end)}"`;
}

/** A figure that goes against a fact. */
export function against(figure: Figure, message: string, fact: ComparedFact): Sighting {
  return { ...placed(figure), message, fact };
}

/** A figure whose fact is not known. */
export function unknown(figure: Figure, line: ParsedLine, path: string, what: string): Sighting {
  return {
    ...placed(figure),
    message: `${quoted(figure, line)} ${what}; not evaluable: brief.${path} is missing. Add it to the brief or take the claim out.`,
    missing: path,
  };
}

/** A figure although the brief says that there is no offer. */
export function withoutOffer(figure: Figure, line: ParsedLine): Sighting {
  const message = `${quoted(figure, line)} stands in no fact of the brief, which says that there is no offer; take it out.`;
  return against(figure, message, { path: 'offer', value: 'none' });
}

function placed(figure: Figure): Pick<Sighting, 'spans' | 'rendering'> {
  return { spans: [figure.span], ...(figure.rendering !== undefined && { rendering: figure.rendering }) };
}
