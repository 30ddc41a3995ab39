import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/guardrails/text/fold.ts';
import { webAddressesIn } from '../../../../src/guardrails/text/personal/web-addresses.ts';

const found = (literal: string) => webAddressesIn({ literal, folded: () => foldText(literal) });

describe('web addresses', () => {
  it.each([
    ['see www.tildenrow.com/coats, now', 'tildenrow.com', 'www.tildenrow.com/coats'],
    ['https://shop.tildenrow.example.org?', 'shop.tildenrow.example.org', 'https://shop.tildenrow.example.org'],
    ['all on tildenrow.com.Shop there', 'tildenrow.com', 'tildenrow.com'],
    ['tildenrow dot co dot uk', 'tildenrow.co.uk', 'tildenrow dot co dot uk'],
  ])('are found in %s', (text, host, written) => {
    const [address] = found(text);
    expect(address).toMatchObject({ kind: 'web', host });
    expect(text.slice(address?.start, address?.end)).toBe(written);
  });

  it('of mail have a host too', () => {
    expect(found('to help@mail.example.com')).toMatchObject([{ kind: 'email', host: 'mail.example.com' }]);
  });

  it('look like a name only where they are bare and begin with a capital', () => {
    expect(
      ['Tilden.com', 'tilden.com', 'Www.tilden.com', 'Tilden.com/a'].map((text) => found(text)[0]?.isNameLike),
    ).toEqual([true, false, false, false]);
  });

  it('take little time in hostile text', () => {
    const start = performance.now();
    for (const text of ['a.'.repeat(50_000), `${'a-'.repeat(50_000)}@`, 'dot '.repeat(25_000)]) found(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
