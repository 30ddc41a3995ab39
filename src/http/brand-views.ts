/** A brand as its contract shows it. */
import { Drafting, ReviewSettings } from '../domain/brand.ts';
import type { BrandUseCases } from './brand-use-cases.ts';
import type { BrandView } from './contracts/access-routes.ts';
import type { BrandRecordView } from './contracts/brand-routes.ts';

type Read = Awaited<ReturnType<BrandUseCases['read']>>;

/** All there is to say of a brand; `view` is what lists say of it. */
export function brandRecordView(
  { inForce, exemplarVoices }: Read,
  more: {
    readonly view: BrandView;
    readonly dialects: readonly { readonly id: string; readonly name: string }[];
    readonly pausedByName: string | null;
  },
): BrandRecordView {
  const { voice: _, dialect, ...view } = more.view;
  const profile = inForce?.brand.profile ?? null;
  return {
    ...view,
    profile,
    exemplarVoices: [...exemplarVoices],
    drafting: profile && (profile.drafting ?? Drafting.parse({})),
    review: profile && (profile.review ?? ReviewSettings.parse({})),
    dialect:
      dialect === null ? null : (more.dialects.find(({ id }) => id === dialect) ?? { id: dialect, name: dialect }),
    pausedByName: view.pause && (more.pausedByName ?? view.pause.pausedBy),
  };
}
