import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.ts';

function drawn(isTTY: boolean, draw: (bar: ReturnType<typeof progressBar>) => void): string {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  draw(progressBar({ isTTY, write }, 20, 'cohorts drafted'));
  return text;
}

describe('the progress bar', () => {
  it('draws itself anew in place on a terminal', () => {
    const text = drawn(true, (bar) => {
      bar.show(10, '80 lines');
      bar.show(20);
      bar.end();
    });
    expect(text).toBe(
      `\r\u001b[2K[${'#'.repeat(15)}${'.'.repeat(15)}] 10 of 20 cohorts drafted, 80 lines` +
        `\r\u001b[2K[${'#'.repeat(30)}] 20 of 20 cohorts drafted\n`,
    );
  });

  it('writes a line for each tenth elsewhere, and says at once what holds things up', () => {
    const text = drawn(false, (bar) => {
      for (const done of [0, 1, 2, 3]) bar.show(done);
      bar.show(3, '', 'The model does not answer.');
      bar.show(3, '', 'The model does not answer.');
    });
    expect(text.split('\n').map((line) => line.slice(33))).toEqual([
      '0 of 20 cohorts drafted',
      '2 of 20 cohorts drafted',
      '3 of 20 cohorts drafted. The model does not answer.',
      '',
    ]);
  });
});
