/** Figures in words for messages and facts: "20%", "$49.99". */
import type { Money } from '../../../domain/money.ts';

/** Hundredths of a percent as people write them: 1250 is "12.5%". */
export function percentWords(hundredths: number): string {
  return `${hundredths / 100}%`;
}

/** A decimal string of a hundred in hundredths. */
export function hundredthsOfPercent(percent: string): number {
  return Math.round(Number(percent) * 100);
}

// ISO 4217 currencies without a minor unit.
const whole = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'UGX', 'PYG', 'XAF', 'XOF']);

/** An amount in hundredths of its currency's unit, as figures in a line are read. */
export function hundredthsOfMoney({ minor, currency }: Money): number {
  return whole.has(currency) ? minor * 100 : minor;
}

const signs: Readonly<Record<string, string>> = { USD: '$', CAD: 'CA$', AUD: 'A$', EUR: '€', GBP: '£' };

/** An amount as people write it: "$50", "$49.99", "1200 SEK". */
export function moneyWords(money: Money): string {
  return amountWords(hundredthsOfMoney(money), money.currency);
}

/** The same from hundredths of the unit. */
export function amountWords(hundredths: number, currency: string): string {
  const number = hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2);
  const sign = signs[currency];
  return sign === undefined ? `${number} ${currency}` : `${sign}${number}`;
}
