/** The reasons of the domain in the words of the screen, each with its key. */
import type { PassReason, RejectReason } from '../../domain/decision.ts';

/** A reason to choose: its key, its name and what it is meant for. */
export type Choice<Reason extends string> = {
  readonly reason: Reason;
  readonly key: string;
  readonly label: string;
};

/** Why a line is rejected; "other" asks for a comment. */
export const rejectChoices: readonly Choice<RejectReason>[] = [
  { reason: 'off-brand-voice', key: '1', label: 'Off-brand voice' },
  { reason: 'inaccurate-claim', key: '2', label: 'Inaccurate claim' },
  { reason: 'misleading-urgency', key: '3', label: 'Misleading urgency' },
  { reason: 'personalization-problem', key: '4', label: 'Personalization problem' },
  { reason: 'sensitive', key: '5', label: 'Sensitive or inappropriate' },
  { reason: 'legal', key: '6', label: 'Legal' },
  { reason: 'language-or-length', key: '7', label: 'Grammar, spelling or length' },
  { reason: 'too-similar', key: '8', label: 'Too similar to another line' },
  { reason: 'wrong-audience', key: '9', label: 'Wrong audience' },
  { reason: 'not-needed', key: '0', label: 'Fine, but not needed' },
  { reason: 'other', key: 'o', label: 'Other, with a comment' },
];

/** Why a line is approved although it carries a warning. */
export const passChoices: readonly Choice<PassReason>[] = [
  { reason: 'on-purpose', key: '1', label: 'On purpose' },
  { reason: 'brand-style', key: '2', label: 'Our style' },
  { reason: 'fact-checked', key: '3', label: 'Fact checked' },
  { reason: 'false-alarm', key: '4', label: 'False alarm' },
  { reason: 'other', key: '5', label: 'Another reason' },
];

/** A reject reason's name. */
export function rejectLabel(reason: RejectReason | null): string {
  return rejectChoices.find((choice) => choice.reason === reason)?.label ?? 'No reason given';
}

/** A pass reason's name, to stand within a sentence. */
export function passLabel(reason: PassReason): string {
  return passChoices.find((choice) => choice.reason === reason)?.label.toLowerCase() ?? reason;
}
