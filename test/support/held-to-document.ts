/** Holds every answer of a served app, as it leaves the process, against the API document. */
import type { RequestListener, ServerResponse } from 'node:http';
import { answerBreaches } from '../http/support/answer-breaches.ts';

/** An app whose answers are watched. */
export type Held = {
  readonly listener: RequestListener;
  /** Throws where an answer was not what the document says, naming each that was not. */
  readonly check: () => void;
};

/** The app with its answers held against the document; nothing of them is changed. */
export function heldToDocument(app: RequestListener): Held {
  const breaches: string[] = [];
  return {
    listener: (request, response) => {
      const { method = '', url = '' } = request;
      const sent = piecesOf(response);
      response.once('finish', () => {
        const body = Buffer.concat(sent).toString('utf8');
        breaches.push(
          ...answerBreaches({ method, url, status: response.statusCode, headers: headersOf(response), body }),
        );
      });
      app(request, response);
    },
    check: () => {
      const found = breaches.splice(0);
      if (found.length > 0) throw new Error(`Answers that are not as /openapi.json says:\n${found.join('\n')}`);
    },
  };
}

/** The pieces of a body as they are written; filled as the answer goes out. */
function piecesOf(response: ServerResponse): Buffer[] {
  const pieces: Buffer[] = [];
  const note = (piece: unknown) => {
    if (typeof piece === 'string') pieces.push(Buffer.from(piece));
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
  };
  for (const name of ['write', 'end'] as const) {
    const through = response[name];
    Object.assign(response, {
      [name]: (...args: unknown[]) => {
        note(args[0]);
        return Reflect.apply(through, response, args);
      },
    });
  }
  return pieces;
}

function headersOf(response: ServerResponse): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.getHeaders()))
    for (const each of [value].flat()) if (each !== undefined) headers.append(name, String(each));
  return headers;
}
