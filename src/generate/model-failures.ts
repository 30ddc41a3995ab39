/** What went wrong with a model, in sentences a person can act on. They never hold the key. */
import { ModelFailure } from '../ports/model.ts';

/** Where the model is said to be. Credentials in the address are left out. */
export type ModelPlace = { readonly model: string; readonly address: string; readonly timeoutMs: number };

/** An answer with an error status, as far as it was heard. */
export type StatusHeard = {
  readonly status: number;
  /** How long the server asks to be left alone; `null` where it does not say. */
  readonly retryAfterMs: number | null;
  /** The server's own code for it. */
  readonly code: string | null;
  /** What the server said, cleaned of secrets. */
  readonly said: string;
};

/** An answer with an error status. */
export function statusFailure(place: ModelPlace, heard: StatusHeard): ModelFailure {
  const { model, address } = place;
  const { status, retryAfterMs, code, said } = heard;
  const answered = `The model server at ${address} answered ${status}${said === '' ? '' : ` (${said})`}.`;
  if (status === 401 || status === 403)
    return new ModelFailure('misconfigured', `${answered} It does not accept the key: check OPENAI_API_KEY.`);
  if (status === 404)
    return new ModelFailure(
      'misconfigured',
      `${answered} Check that OPENAI_MODEL (${model}) is a model it has, and that OPENAI_BASE_URL is right (it often ends in /v1).`,
    );
  if (status === 429 && code === 'insufficient_quota')
    return new ModelFailure('misconfigured', `${answered} The account has no credit left: top it up, then try again.`);
  if (status === 429)
    return new ModelFailure(
      'rate-limited',
      `${answered} It asks for fewer calls: lower LLM_CONCURRENCY if this stays.`,
      retryAfterMs,
    );
  if (status === 408 || status === 409 || status >= 500)
    return new ModelFailure('broken', `${answered} The fault is on its side; it may pass.`, retryAfterMs);
  return new ModelFailure('misconfigured', `${answered} It does not take this request for the model ${model}.`);
}

const networkReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Is it running? Check OPENAI_BASE_URL.',
  ENOTFOUND: 'No host has this name: check OPENAI_BASE_URL.',
  EAI_AGAIN: 'The host name could not be looked up: check the network.',
  ECONNRESET: 'The connection broke off; it may pass.',
  UND_ERR_SOCKET: 'The connection broke off; it may pass.',
  EHOSTUNREACH: 'The network knows no way there: check OPENAI_BASE_URL and the network.',
  ETIMEDOUT: 'The network did not answer in time: check OPENAI_BASE_URL and the network.',
  UND_ERR_CONNECT_TIMEOUT: 'The network did not answer in time: check OPENAI_BASE_URL and the network.',
};

/** No connection. `code` is the network's own word for it. */
export function networkFailure({ address }: ModelPlace, code: string | null): ModelFailure {
  const isCertificate = code !== null && /CERT|SSL|TLS|SIGNATURE/.test(code);
  const reason = isCertificate
    ? 'Its certificate is not trusted here: set NODE_EXTRA_CA_CERTS to the certificate of its issuer.'
    : (code !== null && Object.hasOwn(networkReasons, code) && networkReasons[code]) || 'Check OPENAI_BASE_URL.';
  return new ModelFailure(
    'unreachable',
    `The model at ${address} did not answer (${code ?? 'no reason given'}). ${reason}`,
  );
}

/** The connection broke while the answer was on its way. */
export function brokenOffFailure({ address }: ModelPlace): ModelFailure {
  return new ModelFailure('broken', `The model at ${address} broke off in the middle of its answer; it may pass.`);
}

/** The time limit passed. */
export function timeFailure({ address, timeoutMs }: ModelPlace): ModelFailure {
  const seconds = timeoutMs / 1_000;
  return new ModelFailure(
    'timed-out',
    `The model at ${address} did not finish within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. If it is only slow, raise LLM_TIMEOUT_MS.`,
  );
}

/** An answer that is no chat completion. */
export function strangeAnswerFailure({ address }: ModelPlace): ModelFailure {
  return new ModelFailure(
    'misconfigured',
    `${address} answered, but not as an OpenAI-compatible server does. Check OPENAI_BASE_URL (it often ends in /v1).`,
  );
}

/** A completion without a choice in it. */
export function noChoiceFailure({ model, address }: ModelPlace): ModelFailure {
  return new ModelFailure('broken', `The model ${model} at ${address} answered without a choice in it; it may pass.`);
}

/** The model, or a filter before it, would not write. */
export function refusedFailure({ model, address }: ModelPlace, said: string): ModelFailure {
  const because = said === '' ? 'its content filter stopped it' : `it said ${JSON.stringify(said)}`;
  return new ModelFailure(
    'refused',
    `The model ${model} at ${address} would not write these lines: ${because}. Look at what the brief asks for, or try another model.`,
  );
}

/** What a server said, in one row, no longer than a person wants to read. */
export function shortened(said: string): string {
  const points = [...said.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()];
  return points.length > 200 ? `${points.slice(0, 200).join('')}…` : points.join('');
}
