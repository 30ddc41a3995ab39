/** Serves what keeps webhooks. */
import { webhookRoutes } from '../contracts/webhook-routes.ts';
import { pageOf } from '../page-of.ts';
import { entityTag } from '../preconditions.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of webhooks into a server. */
export function serveWebhooks({ serve }: RouteServer, { webhooks }: UseCases): void {
  serve(webhookRoutes.addWebhook, async ({ signedIn, brandIds, body, response }) => {
    const added = await webhooks.add(signedIn.caller, brandIds, body);
    response.location(`/v1/webhook-endpoints/${added.endpoint.id}`);
    return added;
  });
  serve(webhookRoutes.listWebhooks, ({ brandIds, query }) => webhooks.list(brandIds, pageOf(query)));
  serve(webhookRoutes.readWebhook, async ({ brandIds, params, response }) => {
    const endpoint = await webhooks.read(brandIds, params.id);
    response.set('ETag', entityTag(endpoint.version));
    return endpoint;
  });
  serve(webhookRoutes.changeWebhook, async ({ signedIn, brandIds, params, body, ifMatch, response }) => {
    const endpoint = await webhooks.change(signedIn.caller, brandIds, params.id, body, ifMatch);
    response.set('ETag', entityTag(endpoint.version));
    return endpoint;
  });
  serve(webhookRoutes.removeWebhook, async ({ signedIn, brandIds, params }) => {
    await webhooks.remove(signedIn.caller, brandIds, params.id);
    return null;
  });
  serve(webhookRoutes.rotateWebhookSecret, ({ signedIn, brandIds, params }) =>
    webhooks.rotate(signedIn.caller, brandIds, params.id),
  );
  serve(webhookRoutes.testWebhook, ({ brandIds, params, response }) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return webhooks.test(brandIds, params.id, gone.signal);
  });
  serve(webhookRoutes.listDeliveries, ({ brandIds, params, query }) =>
    webhooks.deliveries(brandIds, params.id, query.state, pageOf(query)),
  );
  serve(webhookRoutes.resendDelivery, ({ signedIn, brandIds, params }) =>
    webhooks.resend(signedIn.caller, brandIds, params.id),
  );
}
