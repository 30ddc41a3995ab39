/** Serves the brands one may see. */
import { accessRoutes } from '../contracts/access-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';
import { brandView } from '../views.ts';

/** Put the routes of the brands into a server. */
export function serveBrands({ serve }: RouteServer, { brands, drafting }: UseCases): void {
  serve(accessRoutes.listBrands, async ({ signedIn, brandIds, query }) => {
    const after = query.cursor ?? '';
    // An installation has a handful of brands: they are read at once and cut here, the last id being the cursor.
    const all = [...(await brands.list(signedIn.caller, brandIds))].sort((one, other) => (one.id < other.id ? -1 : 1));
    const rest = all.filter(({ id }) => id > after);
    const page = rest.slice(0, query.limit);
    const pauses = await drafting.pauses(page.map(({ id }) => id));
    return {
      data: page.map((brand) => brandView(brand, pauses)),
      nextCursor: rest.length > page.length ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
