/** A number that leads to what it counts; nothing leads nowhere. */
import { Link } from 'wouter';
import { useKeptBrand } from '../navigation/use-address-state.ts';

/** The brand that is chosen goes along. */
export function CountLink({ count, to }: { readonly count: number; readonly to: string }) {
  const kept = useKeptBrand();
  const said = count.toLocaleString('en-US');
  return count === 0 ? said : <Link href={kept(to)}>{said}</Link>;
}
