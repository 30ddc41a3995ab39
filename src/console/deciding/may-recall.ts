/** Whether somebody can recall an approved line. */
import type { ApprovedLine } from '../../domain/approved-line.ts';
import type { Session } from '../api/use-session.ts';

/** The line still counts, and this person may. The service has the last word. */
export function mayRecall(session: Session, { brandId, state }: Pick<ApprovedLine, 'brandId' | 'state'>): boolean {
  return state === 'live' && session.hasRole(brandId, ['copywriter', 'compliance', 'admin']);
}
