/** The lines a brand is proud of, each with how it sounds beside the others. */
import { VisuallyHidden } from '@mantine/core';
import type { Exemplar } from '../../domain/brand.ts';
import type { VoiceScore } from '../../domain/voice-score.ts';
import { SubjectText } from '../text/subject-text.tsx';
import { count } from '../words/counts.ts';
import styles from './brands.module.css';
import { VoiceTraits } from './voice-traits.tsx';

/** A line whose score is low is not wrong; it teaches the voice less. */
export function ExemplarList(props: {
  readonly exemplars: readonly Exemplar[];
  readonly voices: readonly VoiceScore[];
  readonly locale: string;
}) {
  const { exemplars, voices } = props;
  const usual = voices[0]?.usual;
  return (
    <section className={styles.section} aria-labelledby="exemplars">
      <h2 id="exemplars">Exemplars</h2>
      <p className={styles.quiet}>
        {exemplars.length === 0
          ? 'None yet. Lines the brand is proud of teach the writer and the voice score.'
          : `${count(exemplars.length, 'line')}. The number says how much a line sounds like the others: 50 could be anybody’s.`}
        {usual && ` Eight in ten lie between ${usual.from} and ${usual.to}.`}
        {voices[0]?.note && ` ${voices[0].note}`}
      </p>
      <ul className={styles.exemplars}>
        {exemplars.map((exemplar, index) => {
          const voice = voices[index];
          return (
            <li key={exemplar.text}>
              <details>
                <summary>
                  <span className={styles.score}>
                    {voice?.score}
                    <VisuallyHidden> of 100</VisuallyHidden>
                  </span>
                  <SubjectText text={exemplar.text} locale={props.locale} findings={[]} numbers={[]} />
                  <span className={styles.quiet}>{[exemplar.angle, ...exemplar.fits].filter(Boolean).join(', ')}</span>
                </summary>
                {voice && <VoiceTraits voice={voice} />}
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
