/** Serves the library of approved lines. */
import { libraryRoutes } from '../contracts/library-routes.ts';
import { libraryLine, libraryRecordView, namesOf } from '../library-views.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of the library into a server. */
export function serveLibrary({ serve }: RouteServer, { library, access }: UseCases): void {
  serve(libraryRoutes.listLibrary, async ({ brandIds, query }) => {
    const { text, campaign, cohort, standing, writer, approvedBy, approvedFrom, approvedBefore } = query;
    const narrowed = { text: text || undefined, campaign, cohort, standing, writer, approvedBy };
    const filter = { brandIds, ...narrowed, approvedFrom, approvedBefore };
    const { data, nextCursor } = await library.list(filter, pageOf(query));
    const nameOf = await names(data.map(({ line }) => line.line.approvedBy));
    return { data: data.map((entry) => libraryLine(entry, nameOf)), nextCursor };
  });
  serve(libraryRoutes.readLibraryLine, async ({ brandIds, params }) => {
    const record = await library.read(brandIds, params.id);
    return libraryRecordView(record, await names([record.line.line.approvedBy]));
  });
  serve(libraryRoutes.readLibraryChoices, async ({ brandIds, query }) => {
    const { campaigns, cohorts, approvers } = await library.choices(brandIds, query.campaign);
    const nameOf = await names(approvers);
    return { campaigns, cohorts, approvers: approvers.map((id) => ({ id, name: nameOf(id) })) };
  });
  serve(libraryRoutes.readDialects, async () => ({ dialects: library.dialects }));

  async function names(userIds: readonly string[]) {
    return namesOf(await access.people([...new Set(userIds)]));
  }
}
