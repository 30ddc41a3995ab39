/** Who plans campaigns: those that may send and change briefs of a brand. The server holds them to it. */
import type { Role } from '../../domain/access.ts';
import type { Session } from '../api/use-session.ts';

const planners: readonly Role[] = ['copywriter', 'admin'];

/** Whether the person may send briefs of this brand. */
export function mayPlan(session: Session, brandId: string): boolean {
  return plannedBrands(session).includes(brandId);
}

/** The brands whose briefs the person may send. */
export function plannedBrands({ me }: Session): readonly string[] {
  const brands = me.memberships.filter(({ role }) => planners.includes(role)).map(({ brandId }) => brandId);
  return [...new Set(brands)];
}
