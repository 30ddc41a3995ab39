/** How answers are kept: asked again on trouble that may pass, and never after the server gave its reason. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-error.ts';

/** The one client of the page. Once any answer says that nobody is signed in, the page as a whole learns it. */
export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // A role that was taken away shows at once, too.
        if (isProblem(error, 'not-signed-in', 'not-allowed') && query.queryKey[0] !== 'me')
          void client.invalidateQueries({ queryKey: ['me'] });
      },
    }),
    defaultOptions: {
      queries: {
        retry: (times, error) => times < 2 && isProblem(error, 'unreachable', 'internal', 'not-ready'),
        retryDelay: 500,
        // Being offline is told by the request that fails, in words, rather than by a query that waits in silence.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
