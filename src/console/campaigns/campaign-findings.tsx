/** What the policy says of the campaign as a whole, in one place. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Finding } from '../../domain/finding.ts';
import { rulePath } from '../navigation/addresses.ts';
import { Icon } from '../shell/icon.tsx';
import { severityWord } from '../words/severity.ts';
import styles from './campaign-findings.module.css';

/** The worst first. */
const severities = ['block', 'warn', 'info'] as const;

/** Cohorts that are described alike are a finding each; the first of many say what the matter is. */
const mostShown = 5;

/** Nothing where nothing was found. */
export function CampaignFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const [isWhole, setIsWhole] = useState(false);
  if (findings.length === 0) return null;
  const sorted = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const shown = isWhole ? sorted : sorted.slice(0, mostShown);
  return (
    <section className={styles.findings} aria-labelledby="campaign-findings">
      <h2 id="campaign-findings">About the campaign as a whole</h2>
      <ul>
        {shown.map((finding) => (
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
      {findings.length > shown.length && (
        <Button variant="default" size="xs" className={styles.more} onClick={() => setIsWhole(true)}>
          Show all {findings.length.toLocaleString('en-US')}
        </Button>
      )}
    </section>
  );
}
