/** By which traits a line sounds like the brand, or does not. */
import type { VoicePart, VoiceScore } from '../../domain/voice-score.ts';
import styles from './brands.module.css';

const names = {
  length: 'Length',
  person: 'Person',
  mood: 'Mood',
  punctuation: 'Punctuation',
  casing: 'Capitals',
  emoji: 'Emoji',
  'small-words': 'Small words',
  vocabulary: 'Words',
} as const satisfies Readonly<Record<VoicePart['trait'], string>>;

/** A row for each trait: its number and a sentence. */
export function VoiceTraits({ voice }: { readonly voice: VoiceScore }) {
  return (
    <dl className={styles.traits}>
      {voice.traits.map(({ trait, score, says }) => (
        <div key={trait}>
          <dt>{names[trait]}</dt>
          <dd>
            <span className={styles.score}>{score ?? '–'}</span> {says}
          </dd>
        </div>
      ))}
    </dl>
  );
}
