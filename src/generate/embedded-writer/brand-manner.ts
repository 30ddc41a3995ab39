/** What the brand's own lines allow a shape to do: be loudly glad, or say next to nothing. */
import type { BrandProfile, Exemplar } from '../../domain/brand.ts';
import type { Shape } from './shape.ts';

/** Below this a share says more about chance than about the voice. */
const fewestLines = 8;

/** Where so many of a brand's own lines hold an exclamation mark, one more will not surprise its readers. */
const gladShare = 0.15;

/** Words up to which a line is terse, and the share of such lines that makes a brand so. */
const terseWords = 5;
const terseShare = 0.7;

/** Whether a brand may speak so: `dry` asks for humour, `glad` and `terse` for lines of its own that are. */
export function allowsTone(tone: Shape['tone'], { voice, exemplars }: BrandProfile): boolean {
  switch (tone) {
    case 'plain':
      return true;
    case 'dry':
      return voice.humour !== undefined;
    case 'glad':
      return shareOf(exemplars, ({ text }) => text.includes('!')) >= gladShare;
    case 'terse':
      return shareOf(exemplars, ({ text }) => text.split(/\s+/u).length <= terseWords) >= terseShare;
  }
}

function shareOf(exemplars: readonly Exemplar[], shows: (exemplar: Exemplar) => boolean): number {
  return exemplars.length < fewestLines ? 0 : exemplars.filter(shows).length / exemplars.length;
}
