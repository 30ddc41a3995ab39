/** What comes of a claim: nothing, a fault, or a fact that is missing. */
import type { ComparedFact, Suggestion } from '../../../domain/finding.ts';

/** Why a claim does not hold. `missing` names the fact that would tell. */
export type Fault = {
  readonly message: string;
  readonly fact?: ComparedFact;
  readonly missing?: string;
  readonly suggestion?: Suggestion;
  readonly isLight?: boolean;
};

/** `null` where the claim holds. */
export type Judgement = Fault | null;

/** The claim needs a fact that the brief does not give. */
export function lacks(written: string, path: string, what: string, act: string): Fault {
  return { message: `"${written}" ${what}; not evaluable: brief.${path} is missing. ${act}`, missing: path };
}

/** The claim depends on when the mail goes out. */
export function lacksSend(written: string): Fault {
  return lacks(
    written,
    'send.at',
    'is only true at certain times, and this mail goes out whenever its trigger fires',
    'Say it without the day, or send at a set time.',
  );
}
