/** Notes with which decision a line was sent back, so that its history can tell that from a mere rejection. */
import type { Statements } from './terms.ts';

export const linesSentBack: Statements = ({ text }) => [`alter table runs add column decision_id ${text}`];
