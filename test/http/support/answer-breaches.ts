/** What an answer on the wire says that the API document does not, or keeps back that it promises. */
import { ProblemDocument } from '../../../src/http/contracts/problem-document.ts';
import { apiDocument, type Operation, objections } from './api-document.ts';

/** One answer, whole. */
export type Sent = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
};

/** The breaches of an answer, each a sentence. Answers outside of the API, such as pages, have none. */
export function answerBreaches(sent: Sent): string[] {
  const found = operationAt(sent.method, sent.url);
  if (!found) return strayBreaches(sent).map((breach) => `${sent.method} ${sent.url}: ${breach}`);
  return breachesOf(found, sent).map(
    (breach) => `${found.operation.operationId} (${sent.method} ${sent.url}) answered ${sent.status}: ${breach}`,
  );
}

type Found = { readonly path: string; readonly method: string; readonly operation: Operation };

/** HEAD is answered as GET, without the body. */
function operationAt(method: string, url: string): Found | null {
  const asked = url.split('?', 1)[0] ?? '';
  const name = method === 'HEAD' ? 'get' : method.toLowerCase();
  for (const [path, operations] of Object.entries(apiDocument.paths)) {
    const operation = operations[name];
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    if (operation && pattern.test(asked)) return { path, method: name, operation };
  }
  return null;
}

function breachesOf({ path, method, operation }: Found, { method: asked, status, headers, body }: Sent): string[] {
  const response = operation.responses[String(status)];
  if (!response) return [`the document knows only ${Object.keys(operation.responses).join(', ')}`];
  const missing = Object.entries(response.headers)
    .filter(([name, { required }]) => required && !headers.has(name))
    .map(([name]) => `the header ${name} is missing`);
  if (asked === 'HEAD') return missing;
  const type = headers.get('content-type')?.split(';', 1)[0] ?? '';
  if (!response.content) return body === '' ? missing : [...missing, 'there is a body, and the document has none'];
  if (!response.content[type]) return [...missing, `${type || 'no content type'} is not documented`];
  const schema = ['paths', path, method, 'responses', String(status), 'content', type, 'schema'];
  if (type !== 'text/event-stream')
    return [...missing, ...objections(schema, type.endsWith('json') ? JSON.parse(body) : body)];
  const events = [...body.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data);
  return [...missing, ...events.flatMap((data) => objections([...schema, 'contentSchema'], JSON.parse(data)))];
}

/** An address or a method the API does not have is answered with a problem. */
function strayBreaches({ method, url, status, headers, body }: Sent): string[] {
  if (!url.startsWith('/v1/') || status === 304) return [];
  if (status < 400) return [`it answered ${status}, and the document has no such operation`];
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (method === 'HEAD') return [];
  return isProblem && ProblemDocument.safeParse(JSON.parse(body)).success ? [] : ['the answer is no problem document'];
}
