/** The brands somebody is an admin of. */
import type { BrandView } from '../../http/contracts/access-routes.ts';
import { useBrands } from './use-brands.ts';
import type { Session } from './use-session.ts';

/** By name; empty until they are known. */
export function useAdminBrands({ me }: Session): readonly BrandView[] {
  const brands = useBrands();
  return brands.filter(({ id }) => me.memberships.some((at) => at.brandId === id && at.role === 'admin'));
}
