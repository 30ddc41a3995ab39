/** The writer of candidates, whoever it is: a language model or the embedded writer. */
import type { Brand } from '../domain/brand.ts';
import type { Facts } from '../domain/facts.ts';

/** What a model is sent. `hash` names exactly this prompt. */
export type Prompt = { readonly system: string; readonly user: string; readonly hash: string };

/** One order for candidates of one cohort. */
export type DraftOrder = {
  readonly prompt: Prompt;
  readonly brand: Brand;
  readonly facts: Facts;
  readonly goal: string;
  /** Candidates wanted. */
  readonly count: number;
  /** The same seed and order give the same lines where the writer can promise that. */
  readonly seed: string;
  /** Lines this cohort has already, which must not come again. */
  readonly taken: readonly string[];
  /** Ask for a preheader beside each line. */
  readonly preheaders: boolean;
};

/** What the writer answered, before anything is made of it. */
export type WriterReply = {
  /** The reply's text as received; see generate/parse-reply.ts for the shape a well-behaved one has. */
  readonly raw: string;
  /** The model that answered, in its server's word. */
  readonly model: string;
  /** Why it stopped, in its server's word: "stop", "length", "content_filter". */
  readonly finish: string;
  readonly inputTokens: number | null;
  /** Those of the input tokens that the server had in its cache. */
  readonly cachedInputTokens: number | null;
  readonly outputTokens: number | null;
  readonly durationMs: number;
};

export type Model = {
  readonly writer: 'model' | 'embedded-writer';
  /** Its name for a person: "gpt-4o-mini at api.openai.com", "embedded writer". */
  readonly name: string;
  /** Throws ModelFailure or ModelRests; gives up when the signal fires. */
  readonly draft: (order: DraftOrder, signal: AbortSignal) => Promise<WriterReply>;
};

/** Calls of this process to its writer, since it started. */
export type ModelNumbers = {
  readonly circuit: 'closed' | 'half-open' | 'open';
  readonly answered: number;
  readonly failed: number;
  /** Calls that were not made, since the writer did not answer. */
  readonly held: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  /** Of the calls whose cost is known. */
  readonly costMicros: number;
  readonly currency: string | null;
};

/** Why no reply came. */
export type ModelFailureKind = 'unreachable' | 'timed-out' | 'rate-limited' | 'refused' | 'misconfigured' | 'broken';

/** A writer that gave nothing to work with. `message` says to a person what happened and what to do. */
export class ModelFailure extends Error {
  readonly kind: ModelFailureKind;
  /** Whether the same order may succeed a little later. */
  readonly isPassing: boolean;

  /** How long the server asks to be left alone; `null` where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(kind: ModelFailureKind, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'ModelFailure';
    this.kind = kind;
    this.isPassing = kind === 'unreachable' || kind === 'timed-out' || kind === 'rate-limited' || kind === 'broken';
    this.retryAfterMs = retryAfterMs;
  }
}

/** No call is made for a while, since the writer does not answer. `message` says to a person why and until when. */
export class ModelRests extends Error {
  readonly retryAfterMs: number;
  /** How long there has been no answer. */
  readonly failingMs: number;

  constructor(message: string, retryAfterMs: number, failingMs: number, cause?: ModelFailure) {
    super(message, { cause });
    this.name = 'ModelRests';
    this.retryAfterMs = retryAfterMs;
    this.failingMs = failingMs;
  }
}
