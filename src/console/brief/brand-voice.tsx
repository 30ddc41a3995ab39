/** How the brand sounds, in short, beside the lines that should sound so. */
import { useBrands } from '../api/use-brands.ts';
import styles from './brief-panel.module.css';

/** Nothing where the brand says nothing of its voice. */
export function BrandVoice({ brandId }: { readonly brandId: string }) {
  const voice = useBrands().find(({ id }) => id === brandId)?.voice;
  if (!voice) return null;
  return (
    <section className={styles.fact}>
      <h3>Voice</h3>
      <p>{voice.character}</p>
      {(voice.do.length > 0 || voice.dont.length > 0) && (
        <ul className={styles.entries}>
          {voice.do.map((each) => (
            <li key={each}>{each}</li>
          ))}
          {voice.dont.map((each) => (
            <li key={each}>Not: {each}</li>
          ))}
        </ul>
      )}
      {voice.avoid.length > 0 && <p className={styles.quiet}>Avoids {voice.avoid.join(', ')}</p>}
    </section>
  );
}
