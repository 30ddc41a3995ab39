/** What proves where a line came from and what it was held against: provenance, hashes, prompt and reply. */
import type { ReactNode } from 'react';
import type { CandidateHistoryView } from '../../../http/contracts/compliance-routes.ts';
import { usePolicyShown } from '../../api/use-policy-shown.ts';
import { costWords } from '../../words/costs.ts';
import { count } from '../../words/counts.ts';
import { dayAndTime } from '../../words/dates.ts';
import { roundWords, writerName } from '../../words/writer.ts';
import styles from './line-page.module.css';

/** The small print, and behind it the whole prompt and the raw reply. */
export function LineEvidence(props: {
  readonly history: CandidateHistoryView;
  readonly edits: readonly CandidateHistoryView[];
}) {
  const { candidate, usage, reply, voice, decision, line } = props.history;
  const { provenance, verdict } = candidate;
  const policy = usePolicyShown(candidate.brandId, verdict.policyHash);
  const edit = props.edits.find((each) => each.candidate.id === decision?.candidateId);
  const approved = line ?? edit?.line ?? null;
  const cost = usage && costWords(usage);
  return (
    <aside className={styles.evidence} aria-labelledby="evidence">
      <h2 id="evidence">Provenance</h2>
      <dl>
        <Row name="Written by">
          {provenance.writer === 'person'
            ? (props.history.names[provenance.userId] ?? provenance.userId)
            : writerName(provenance)}
        </Row>
        {provenance.writer !== 'person' && <Row name="Attempt">{roundWords(provenance, candidate.rank)}</Row>}
        <Row name="Angle">{candidate.angle}</Row>
        <Row name="Length">{count(verdict.graphemes, 'character')}</Row>
        <Row name="Voice">{voice.score} of 100</Row>
        {cost && <Row name="Cost">{cost}</Row>}
        {reply && reply.inputTokens !== null && (
          <Row name="Tokens of the reply">
            {count(reply.inputTokens, 'token')} in, {count(reply.outputTokens ?? 0, 'token')} out
          </Row>
        )}
      </dl>
      <h2>Held against</h2>
      <dl>
        <Row name="Checked at">{dayAndTime(verdict.basis.now)}</Row>
        <Row name="Policy">
          <Hash value={verdict.policyHash} /> {policy && (policy.isInForce ? 'in force' : 'no longer in force')}
        </Row>
        {verdict.basis.factsHash && (
          <Row name="Facts">
            <Hash value={verdict.basis.factsHash} />
          </Row>
        )}
        <Row name="Lines these readers saw">{verdict.basis.neighbours.length}</Row>
        {approved && (
          <>
            <Row name="Approved text">
              <Hash value={approved.textHash} />
            </Row>
            <Row name="Approved facts">
              <Hash value={approved.factsHash} />
            </Row>
            <Row name="Approved policy">
              <Hash value={approved.policyHash} />
            </Row>
            <Row name="Line">
              <code>{approved.id}</code>
            </Row>
          </>
        )}
        {provenance.writer !== 'person' && (
          <Row name="Prompt">
            <Hash value={provenance.promptHash} />
          </Row>
        )}
        <Row name="Candidate">
          <code>{candidate.id}</code>
        </Row>
      </dl>
      {reply && (
        <>
          <Raw name="Raw reply" text={reply.raw} />
          <Raw name="Prompt" text={reply.prompt} />
        </>
      )}
    </aside>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Hash({ value }: { readonly value: string }) {
  return <code title={value}>{value.slice(0, 16)}…</code>;
}

function Raw({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <details className={styles.raw}>
      <summary>{name}</summary>
      {/* Focusable, because it scrolls. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above. */}
      <pre tabIndex={0}>{text}</pre>
    </details>
  );
}
