/** The figures a line may claim: percentages, amounts of money, and deals such as two for one. */
import type { Span } from '../../../domain/finding.ts';

/** Whether the number is said to be the highest, the lowest, or simply the one. */
export type Bound = 'up-to' | 'at-least' | 'is';

type Seen = {
  /** The whole claim as written, with "up to", "extra", "off". */
  readonly span: Span;
  /** The number as written, with its sign. */
  readonly number: Span;
  /** The rendering in which it comes together, where the tags part it as written. */
  readonly rendering?: string;
};

export type PercentFigure = Seen & {
  readonly kind: 'percent';
  /** Hundredths of a percent: 2000 for 20%. Of a range the higher end. */
  readonly hundredths: number;
  readonly low: number | null;
  readonly bound: Bound;
  readonly isExtra: boolean;
  /** `discount`: it says so itself. `share`: a material, a survey, a rate. `bare`: only the offer can tell. */
  readonly sense: 'discount' | 'share' | 'bare';
};

/** What an amount of money is said to be. */
export type AmountRole = 'off' | 'price' | 'threshold' | 'reference';

export type AmountFigure = Seen & {
  readonly kind: 'amount';
  /** Hundredths of the currency's unit: 5000 for $50. */
  readonly hundredths: number;
  /** The ISO 4217 codes its sign may stand for. */
  readonly currencies: readonly string[];
  /** What it may be, the likeliest first. */
  readonly roles: readonly AmountRole[];
  readonly relation: 'is' | 'under' | 'from';
  /** No word says what it is: "reach $125, drop $25". */
  readonly isBare: boolean;
};

/** "Buy `buy`, get `free` more": "3 for 2" is buy 2, get 1. */
export type DealFigure = Seen & { readonly kind: 'deal'; readonly buy: number; readonly free: number };

/** "20 off": percent or money, the line does not say. */
export type NumberOffFigure = Seen & { readonly kind: 'number-off'; readonly hundredths: number };

/** "{{ discount }}% off": a number that a merge value puts in. */
export type InsertedFigure = Seen & { readonly kind: 'inserted' };

export type Figure = PercentFigure | AmountFigure | DealFigure | NumberOffFigure | InsertedFigure;
