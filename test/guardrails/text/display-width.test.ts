import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/guardrails/text/display-width.ts';

describe('displayWidth', () => {
  it.each([
    ['coat', 4],
    ['🧥', 2],
    ['❤️', 2],
    ['🇺🇸', 2],
    ['东京', 4],
    ['한국', 4],
    ['e\u0301', 1],
    ['“1 ©”', 5],
  ])('measures %s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
