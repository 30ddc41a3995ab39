/** One override: the text, what blocks it, who wants it and why, and the answer. */
import { Link } from 'wouter';
import type { OverrideView } from '../../http/contracts/override-routes.ts';
import { linePath } from '../navigation/addresses.ts';
import { Icon } from '../shell/icon.tsx';
import { FindingsList } from '../text/findings-list.tsx';
import { MarkedLine } from '../text/marked-line.tsx';
import { dayAndTime } from '../words/dates.ts';
import { AnswerForm } from './answer-form.tsx';
import styles from './overrides.module.css';

/** `mayAnswer`: whether the person before the screen owns the policy of its brand. */
export function OverrideCard(props: {
  readonly view: OverrideView;
  readonly mayAnswer: boolean;
  readonly onAnswered: () => Promise<void>;
}) {
  const { view } = props;
  const { override, candidate, campaign, cohort } = view;
  const { findings } = candidate.verdict;
  return (
    <li>
      <article className={styles.card} aria-label={`Override asked by ${view.askedBy}`}>
        <p className={styles.place}>
          <bdi>{campaign.name}</bdi> · <bdi>{cohort.externalId}</bdi> ·{' '}
          <Link href={linePath(candidate.id)}>history of the line</Link>
        </p>
        <MarkedLine text={candidate.text} preheader={candidate.preheader} findings={findings} locale="" />
        <FindingsList findings={findings} />
        <blockquote className={styles.said}>
          <p dir="auto">{override.reason}</p>
          <footer>
            {view.askedBy}, {dayAndTime(override.askedAt)}, to lift {override.rules.join(', ')}
          </footer>
        </blockquote>
        {override.answer !== null && override.answeredAt !== null && (
          <blockquote className={styles.said} data-state={override.state}>
            <p dir="auto">
              <Icon name={override.state === 'granted' ? 'check' : 'cross'} />
              <strong>{override.state === 'granted' ? 'Granted' : 'Refused'}:</strong> {override.answer}
            </p>
            <footer>
              {view.answeredBy}, {dayAndTime(override.answeredAt)}
            </footer>
          </blockquote>
        )}
        {override.state === 'asked' &&
          (props.mayAnswer ? (
            <AnswerForm overrideId={override.id} onAnswered={props.onAnswered} />
          ) : (
            <p className={styles.quiet}>Waits for a policy owner of the brand.</p>
          ))}
      </article>
    </li>
  );
}
