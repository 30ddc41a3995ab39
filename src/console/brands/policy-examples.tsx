/** The policy's own tests: lines it must let pass and lines it must block. */
import type { PolicyPage } from '../../domain/policy-page.ts';
import { SubjectText } from '../text/subject-text.tsx';
import styles from './brands.module.css';

/** Nothing where the policy has none. */
export function PolicyExamples({ examples, locale }: Pick<PolicyPage, 'examples' | 'locale'>) {
  if (examples.pass.length + examples.block.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="examples">
      <h2 id="examples">Lines that prove it</h2>
      <p className={styles.quiet}>The policy cannot be published while one of these does not hold.</p>
      <div className={styles.pair}>
        <Lines title="Must not be blocked" lines={examples.pass} locale={locale} />
        <Lines title="Must be blocked" lines={examples.block} locale={locale} />
      </div>
    </section>
  );
}

function Lines({ title, lines, locale }: { title: string; lines: readonly string[]; locale: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles.points}>
        {lines.map((line) => (
          <li key={line}>
            <SubjectText text={line} locale={locale} findings={[]} numbers={[]} />
          </li>
        ))}
      </ul>
    </div>
  );
}
