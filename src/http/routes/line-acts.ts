/** Serves what people do with lines in review besides deciding them; sending back is served with the decisions. */
import type { LineComment } from '../../domain/line-comment.ts';
import { type LineCommentView, lineActsRoutes } from '../contracts/line-acts-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put these routes into a server. */
export function serveLineActs({ serve }: RouteServer, { lineActs, access, campaigns }: UseCases): void {
  const named = async (comments: readonly LineComment[]): Promise<LineCommentView[]> => {
    const people = await access.people([...new Set(comments.map(({ saidBy }) => saidBy))]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return comments.map((comment) => ({ ...comment, saidByName: names.get(comment.saidBy) ?? comment.saidBy }));
  };

  serve(lineActsRoutes.listComments, async ({ brandIds, params }) => ({
    data: await named(await lineActs.comments(brandIds, params.id)),
  }));
  serve(lineActsRoutes.comment, async ({ signedIn, brandIds, params, body }) => {
    const said = await lineActs.comment(signedIn.caller, brandIds, params.id, body.comment);
    return { ...said, saidByName: signedIn.caller.name };
  });
  serve(lineActsRoutes.copyLine, async ({ signedIn, brandIds, params, body }) => {
    const { candidate, item, line, cohort } = await lineActs.copy(signedIn.caller, brandIds, params.id, body);
    return { candidate, item, line, cohort };
  });
  serve(lineActsRoutes.rewordLine, async ({ signedIn, brandIds, params, body }) => {
    const { candidate, item } = await lineActs.reword(signedIn.caller, brandIds, params.id, body);
    return { candidate, item };
  });
  serve(lineActsRoutes.previewReplacement, async ({ brandIds, params, body }) => {
    await campaigns.progress(brandIds, params.id);
    const { lines, hasMore } = await lineActs.previewReplacement(brandIds, params.id, body);
    const data = lines.map(({ entry, cohort, text, preheader, verdict }) => ({
      item: entry.item,
      cohortName: cohort.name,
      before: { text: entry.candidate.text, preheader: entry.candidate.preheader },
      after: { text, preheader },
      verdict,
    }));
    return { data, hasMore };
  });
}
