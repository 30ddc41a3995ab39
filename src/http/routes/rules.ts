/** Serves what the rules are and what they are for. */
import { Problem } from '../../domain/problem.ts';
import { ruleRoutes } from '../contracts/rule-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of the rules into a server. */
export function serveRules({ serve }: RouteServer, { rules }: UseCases): void {
  serve(ruleRoutes.listRules, async ({ query }) => {
    // Less than a hundred, in the order of their ids: cut here, the last id being the cursor.
    const all = rules.list();
    const { cursor } = query;
    if (cursor !== undefined && !all.some(({ id }) => id === cursor))
      throw new Problem('bad-request', 'The cursor is not one this list gave out. Start again without a cursor.');
    const rest = all.filter(({ id }) => id > (cursor ?? ''));
    const page = rest.slice(0, query.limit);
    return { data: [...page], nextCursor: rest.length > page.length ? (page.at(-1)?.id ?? null) : null };
  });
  serve(ruleRoutes.readRule, async ({ params }) => rules.read(params.id));
}
