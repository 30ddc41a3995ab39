/** A policy's own tests: the lines it says it must block, and must not. */
import type { Finding } from '../../domain/finding.ts';
import { checkLine } from '../check-line.ts';
import { compilePolicy } from '../compile-policy.ts';
import type { Place } from './placed.ts';
import type { PolicyOnFile } from './read-policy-file.ts';

/** An example the policy does not live up to. */
export type FailedExample = {
  readonly line: string;
  readonly wanted: 'pass' | 'block';
  readonly findings: readonly Finding[];
  readonly at: Place;
  /** What to say to whoever wrote it. */
  readonly message: string;
};

/** The clock examples are checked by: their outcome must not depend on the day they are looked at. */
const exampleNow = '2026-01-05T12:00:00.000Z';

/** The examples that come out otherwise than the policy says. "Pass" means not blocked; they are checked without a brief. */
export function failedExamples({ policy, examplePlaces }: PolicyOnFile): FailedExample[] {
  const compiled = compilePolicy(policy);
  return (['pass', 'block'] as const).flatMap((wanted) =>
    policy.examples[wanted].flatMap((line, index) => {
      const { findings } = checkLine({ text: line }, compiled, { now: exampleNow });
      // Without a brief every rule that needs a fact says so; a line that must pass is judged by its words alone.
      const blocking = findings.filter(
        ({ severity, kind }) => severity === 'block' && (wanted === 'block' || kind !== 'not-evaluable'),
      );
      if (wanted === 'block' ? blocking.length > 0 : blocking.length === 0) return [];
      const by = blocking.map(({ rule, message }) => `${rule}: ${message}`).join(' ');
      const message =
        wanted === 'pass' ? `this example must pass and is blocked. ${by}` : 'this example must be blocked and is not';
      return { line, wanted, findings, at: examplePlaces[wanted][index] ?? { file: '', line: 1, column: 1 }, message };
    }),
  );
}
