/** Amounts of money as people type them and in minor units, without floating point in between. */

/** Digits behind the point in a currency: 2 for USD, 0 for JPY, 3 for KWD; 2 where the code is not known. */
export function minorDigits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions();
    return maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** "12.50" for 1250 minor units of USD, "1250" of JPY; zeros behind the point are left out where all are. */
export function majorText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  const [whole, behind] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
  return /^0*$/.test(behind) ? whole : `${whole}.${behind}`;
}

/**
 * The minor units of an amount as it was typed: "12.5", "1,250", "1250.00". `null` for what is no such amount, and for
 * one with more digits behind the point than the currency has.
 */
export function minorUnits(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/.exec(typed.trim());
  if (!found) return null;
  const [, whole = '', behind = ''] = found;
  if (behind.length > digits) return null;
  const minor = Number(`${whole.replaceAll(',', '')}${behind.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? minor : null;
}
