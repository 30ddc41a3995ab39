/** Whether a line waits for the person before the screen; the server says where somebody else is needed. */
import { isOpen } from '../../domain/review-states.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';

/** False once it is decided, and where the approval it lacks must be another person's. */
export function waitsForYou({ item, whyAnother }: Pick<QueueEntryView, 'item' | 'whyAnother'>): boolean {
  return isOpen(item.state) && whyAnother === null;
}
