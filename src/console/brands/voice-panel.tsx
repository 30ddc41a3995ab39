/** How a brand speaks: who it is, what it does and does not, and its own lines. */
import type { BrandProfile, Voice } from '../../domain/brand.ts';
import type { VoiceScore } from '../../domain/voice-score.ts';
import { SubjectText } from '../text/subject-text.tsx';
import styles from './brands.module.css';
import { ExemplarList } from './exemplar-list.tsx';

const persons = {
  we: 'Speaks as “we”.',
  you: 'Speaks to “you”.',
  neither: 'Speaks as nobody and to nobody: neither “we” nor “you”.',
} as const satisfies Readonly<Record<Voice['person'], string>>;

/** `voices` are of the exemplars, in their order. */
export function VoicePanel({
  profile,
  voices,
}: {
  readonly profile: BrandProfile;
  readonly voices: readonly VoiceScore[];
}) {
  const { voice } = profile;
  return (
    <div className={styles.panel}>
      <section className={styles.section} aria-labelledby="character">
        <h2 id="character">Character</h2>
        <p className={styles.character}>{voice.character}</p>
        <p>
          {persons[voice.person]} {voice.sentenceCase ? 'Sentence case.' : 'No rule for capitals.'}
        </p>
        {voice.humour && (
          <p>
            <strong>Humour:</strong> {voice.humour}
          </p>
        )}
      </section>
      <div className={styles.pair}>
        <Rules id="do" title="Do" entries={voice.do} />
        <Rules id="dont" title="Don’t" entries={voice.dont} />
      </div>
      {voice.pairs.length > 0 && (
        <section className={styles.section} aria-labelledby="pairs">
          <h2 id="pairs">The same thought, off and on the voice</h2>
          <table className={styles.pairs}>
            <thead>
              <tr>
                <th scope="col">Instead of</th>
                <th scope="col">Write</th>
              </tr>
            </thead>
            <tbody>
              {voice.pairs.map(({ instead, write }) => (
                <tr key={instead}>
                  <td>
                    <SubjectText text={instead} locale={profile.locale} findings={[]} numbers={[]} />
                  </td>
                  <td>
                    <SubjectText text={write} locale={profile.locale} findings={[]} numbers={[]} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {voice.avoid.length > 0 && (
        <section className={styles.section} aria-labelledby="avoid">
          <h2 id="avoid">Never says</h2>
          <ul className={styles.chips}>
            {voice.avoid.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </section>
      )}
      <ExemplarList exemplars={profile.exemplars} voices={voices} locale={profile.locale} />
    </div>
  );
}

function Rules({
  id,
  title,
  entries,
}: {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly string[];
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {entries.length === 0 && <p className={styles.quiet}>Nothing is written here.</p>}
      <ul className={styles.points}>
        {entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
    </section>
  );
}
