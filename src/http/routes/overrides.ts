/** Serves the overrides of blocks. */
import type { OverrideCase } from '../../ports/override-store.ts';
import { type OverrideView, overrideRoutes } from '../contracts/override-routes.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of overrides into a server. */
export function serveOverrides({ serve }: RouteServer, { overrides, access }: UseCases): void {
  serve(overrideRoutes.askOverride, async ({ signedIn, brandIds, body }) => {
    const { reason } = body;
    const text =
      'candidate' in body
        ? { candidateId: body.candidate }
        : { itemId: body.item, text: body.text, preheader: body.preheader };
    const { id } = await overrides.ask(signedIn.caller, brandIds, text, reason);
    return viewOf(await overrides.read(brandIds, id));
  });
  serve(overrideRoutes.listOverrides, async ({ brandIds, query }) => {
    const { data, nextCursor } = await overrides.list({ brandIds, state: query.state }, pageOf(query));
    return { data: await viewsOf(data), nextCursor };
  });
  serve(overrideRoutes.answerOverride, async ({ signedIn, brandIds, params, body }) => {
    const { item, cohort } = await overrides.answer(signedIn.caller, brandIds, params.id, body);
    return { override: await viewOf(await overrides.read(brandIds, params.id)), item, cohort };
  });

  async function viewsOf(cases: readonly OverrideCase[]): Promise<OverrideView[]> {
    const ids = cases.flatMap(({ override }) => [override.askedBy, override.answeredBy].flatMap((id) => id ?? []));
    const people = await access.people([...new Set(ids)]);
    const nameOf = (id: string) => people.find((user) => user.id === id)?.name ?? id;
    return cases.map((each) => {
      const { askedBy, answeredBy } = each.override;
      return { ...each, askedBy: nameOf(askedBy), answeredBy: answeredBy === null ? null : nameOf(answeredBy) };
    });
  }

  async function viewOf(one: OverrideCase): Promise<OverrideView> {
    const [view] = await viewsOf([one]);
    if (!view) throw new Error(`the override ${one.override.id} has no view`);
    return view;
  }
}
