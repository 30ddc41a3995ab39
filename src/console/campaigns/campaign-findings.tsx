/** What the policy says of the campaign as a whole, in one place. */
import { Link } from 'wouter';
import type { Finding } from '../../domain/finding.ts';
import { rulePath } from '../navigation/addresses.ts';
import { Icon } from '../shell/icon.tsx';
import { severityWord } from '../words/severity.ts';
import styles from './campaign-findings.module.css';

/** Nothing where nothing was found. */
export function CampaignFindings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className={styles.findings} aria-labelledby="campaign-findings">
      <h2 id="campaign-findings">About the campaign as a whole</h2>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.message}`} data-severity={finding.severity}>
            <span className={styles.word}>
              <Icon name={finding.severity} /> {severityWord(finding)}
            </span>
            <span>
              {finding.message}{' '}
              <Link href={rulePath(finding.rule)} className={styles.rule}>
                {finding.rule}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
