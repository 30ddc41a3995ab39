/** Serves the brands one may see. */
import { brandRecordView } from '../brand-views.ts';
import { accessRoutes } from '../contracts/access-routes.ts';
import { brandRoutes } from '../contracts/brand-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';
import { brandView } from '../views.ts';

/** Put the routes of the brands into a server. */
export function serveBrands({ serve }: RouteServer, { brands, drafting, voices, access, library }: UseCases): void {
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
  serve(brandRoutes.readBrand, async ({ signedIn, brandIds, params }) => {
    const record = await brands.read(signedIn.caller, brandIds, params.id);
    const [pause] = await drafting.pauses([record.id]);
    const [person] = pause ? await access.people([pause.pausedBy]) : [];
    const view = brandView(record, pause ? [pause] : []);
    return brandRecordView(record, { view, dialects: library.dialects, pausedByName: person?.name ?? null });
  });
  serve(brandRoutes.readBrandPolicy, ({ brandIds, params }) => brands.policy(brandIds, params.id));
  serve(brandRoutes.tryText, async ({ brandIds, params, body }) => {
    const { brandId, verdict, renderings, ...more } = await brands.tryText(brandIds, params.id, body);
    const score = await voices.of(brandId);
    return { ...verdict, ...more, voice: score(body.text), renderings: [...renderings] };
  });
}
