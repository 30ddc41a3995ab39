/** One rule of a policy: how it is set, what it found, and, when asked for, what it is for. */
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RuleCounts, RuleInForce } from '../../domain/policy-page.ts';
import { useRule } from '../api/use-rule.ts';
import { rulePath } from '../navigation/addresses.ts';
import { RuleDoc } from '../rules/rule-doc.tsx';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import { isSaid, originWords, shareWords } from '../words/settings.ts';
import { severityName } from '../words/severity.ts';
import styles from './brands.module.css';
import { RuleSettings } from './rule-settings.tsx';

const does = { block: 'Blocks', warn: 'Warns', info: 'Notes' } as const;

/** From this share of passed warnings on, of at least as many decided, a rule is called noisy. */
const noisyShare = 0.6;
const noisyFrom = 10;

/** `lines` is how many were checked in the time that is counted. */
export function PolicyRule({ rule, lines }: { readonly rule: RuleInForce; readonly lines: number }) {
  const said = rule.settings.filter((setting) => !tellsWeight(setting.setting) && isSaid(setting));
  const origin = originWords(rule.from);
  return (
    <li className={styles.rule} data-off={!rule.on || undefined}>
      <div className={styles.ruleHead}>
        <h2>
          <Link href={rulePath(rule.id)}>{rule.id}</Link>
        </h2>
        {rule.on ? (
          <span className={styles.severity} data-severity={rule.severity}>
            <Icon name={rule.severity} /> {does[rule.severity]}
          </span>
        ) : (
          <span className={styles.severity}>Off</span>
        )}
        <span className={styles.quiet}>
          {origin && `${rule.on ? 'on' : 'off'} by ${origin}`}
          {rule.on &&
            rule.onMissingFacts &&
            `${origin ? ', ' : ''}${severityName(rule.onMissingFacts)} where a fact is missing`}
        </span>
      </div>
      <p>{rule.summary}</p>
      <Found counts={rule.counts} lines={lines} />
      <div className={styles.folds}>
        {said.length > 0 && (
          <details>
            <summary>{count(said.length, 'setting')}</summary>
            <RuleSettings settings={said} />
          </details>
        )}
        <Why id={rule.id} />
      </div>
    </li>
  );
}

/** Said by the chip already. */
function tellsWeight(setting: string): boolean {
  return setting === 'severity' || setting === 'onMissingFacts';
}

function Found({ counts, lines }: { readonly counts: RuleCounts; readonly lines: number }) {
  const { blocked, overridden, warned, passed, edited, rejected } = counts;
  if (counts.lines === 0) return null;
  const decided = passed + edited + rejected;
  const isNoisy = decided >= noisyFrom && passed / decided >= noisyShare;
  return (
    <p className={styles.found}>
      <span>
        Found in {count(counts.lines, 'line')} ({shareWords(counts.lines, Math.max(lines, counts.lines))})
      </span>
      {blocked > 0 && (
        <span>
          {blocked.toLocaleString('en-US')} blocked{overridden > 0 && `, ${overridden} let through by an override`}
        </span>
      )}
      {warned > 0 && <span>{warned.toLocaleString('en-US')} warned of</span>}
      {decided > 0 && (
        <span>
          {shareWords(passed, decided)} of {decided.toLocaleString('en-US')} decided passed with a reason
          {edited > 0 && `, ${edited} reworded`}
          {rejected > 0 && `, ${rejected} rejected`}
        </span>
      )}
      {isNoisy && (
        <span className={styles.noisy}>
          <Icon name="warn" /> Mostly passed: it may be too strict
        </span>
      )}
    </p>
  );
}

function Why({ id }: { readonly id: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Why, with examples</summary>
      {isOpen && <WhyOpen id={id} />}
    </details>
  );
}

function WhyOpen({ id }: { readonly id: string }) {
  const { rule, failure, retry } = useRule(id);
  if (failure) return <FailureNotice error={failure} onRetry={retry} />;
  return (
    <div className={styles.why}>
      {rule ? <RuleDoc rule={rule} /> : <Skeleton height={120} aria-label="Loading the rule" />}
    </div>
  );
}
