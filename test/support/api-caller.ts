/** Somebody who calls the API of a running service, and reads its answers by their contracts. */
import type * as z from 'zod';

export type Answer<Body> = { readonly status: number; readonly headers: Headers; readonly body: Body };

/** Calls with these headers; `body` makes it a POST. Throws where an answer is not what its contract says. */
export function apiCaller(url: string, headers: Readonly<Record<string, string>>) {
  return async <Schema extends z.ZodType>(
    path: string,
    contract: Schema,
    body?: unknown,
  ): Promise<Answer<z.infer<Schema>>> => {
    const answer = await fetch(new URL(path, url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json', origin: url }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const read = contract.safeParse(await answer.clone().json());
    if (!read.success)
      throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`, { cause: read.error });
    return { status: answer.status, headers: answer.headers, body: read.data };
  };
}

/** Signs in by a link; gives back the headers a browser would send from then on. */
export async function signedIn(link: string): Promise<{ readonly cookie: string }> {
  const { origin, hash } = new URL(link);
  const answer = await fetch(`${origin}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: hash.slice(1) }),
  });
  if (answer.status !== 201) throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`);
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}
