/** Where an override stands, in words. */
import type { Override } from '../../domain/override.ts';
import type { StateWords } from './states.ts';

/** Each with what it comes to. */
export const overrideWords: Readonly<Record<Override['state'], StateWords>> = {
  asked: { label: 'Override asked for', tone: 'wanted' },
  granted: { label: 'Override granted', tone: 'good' },
  refused: { label: 'Override refused', tone: 'bad' },
};
