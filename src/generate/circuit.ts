/**
 * Whether calls go out to a model: a circuit that opens when its endpoint is dead, lets one call try it now and then,
 * and closes when that one gets an answer. Pure; guarded-model.ts holds its state. See docs/adr/0012.
 */
import { addMs, type Instant } from '../domain/instant.ts';

/** The state of the calls to one endpoint. */
export type Circuit = {
  /** Failures in a row that may pass. */
  readonly failures: number;
  /** Since when there was no answer; `null` where the last call had one. */
  readonly failingSince: Instant | null;
  /** Until when no call is made; `null` while calls go out as they come. */
  readonly restsUntil: Instant | null;
  /** Rests in a row. */
  readonly rests: number;
  /** Whether the one call that tries the endpoint after a rest is under way. */
  readonly isTried: boolean;
};

/** As it is at first, and after every answer. */
export const closedCircuit: Circuit = {
  failures: 0,
  failingSince: null,
  restsUntil: null,
  rests: 0,
  isTried: false,
};

/** Failures in a row that open it: at one failure in ten calls this happens by chance once in 100,000 calls. */
const mostFailures = 5;
/** The first rest; each further one is twice as long, up to the longest. */
const firstRestMs = 10_000;
const longestRestMs = 5 * 60 * 1_000;
/** A server is not waited for longer than this, whatever it asks. */
const longestAskedMs = 60 * 60 * 1_000;
/** While the endpoint is tried, the others ask again after this. */
const triedMs = 15_000;

/** `calls`, or how long to wait before asking again. */
export type Admission = { readonly circuit: Circuit; readonly waitMs: number };

/** May a call go out now? One that may has a `waitMs` of 0; its end must be told by `answered`, `failed` or `calledOff`. */
export function admit(circuit: Circuit, now: Instant): Admission {
  if (circuit.restsUntil === null) return { circuit, waitMs: 0 };
  const leftMs = Date.parse(circuit.restsUntil) - Date.parse(now);
  if (leftMs > 0) return { circuit, waitMs: leftMs };
  return circuit.isTried ? { circuit, waitMs: triedMs } : { circuit: { ...circuit, isTried: true }, waitMs: 0 };
}

/** After a failure that may pass. `askedMs`: how long the server asks to be left alone, where it does. */
export function failed(circuit: Circuit, askedMs: number | null, now: Instant): Circuit {
  const failingSince = circuit.failingSince ?? now;
  const failures = circuit.failures + 1;
  const isOpen = circuit.restsUntil !== null;
  // Calls that went out before it opened come home later; they say nothing new.
  if (isOpen && !circuit.isTried && askedMs === null) return { ...circuit, failures };
  if (!isOpen && failures < mostFailures && askedMs === null) return { ...circuit, failures, failingSince };
  const rests = isOpen && !circuit.isTried ? circuit.rests : circuit.rests + 1;
  const restMs = Math.min(firstRestMs * 2 ** (rests - 1), longestRestMs);
  const until = addMs(now, askedMs === null ? restMs : Math.min(askedMs, longestAskedMs));
  const restsUntil = circuit.restsUntil !== null && circuit.restsUntil > until ? circuit.restsUntil : until;
  return { failures, failingSince, restsUntil, rests, isTried: false };
}

/** After a call that was called off on our side: it says nothing about the endpoint. */
export function calledOff(circuit: Circuit): Circuit {
  return { ...circuit, isTried: false };
}

/** In which state it is, for a person. */
export function circuitState({ restsUntil, isTried }: Circuit, now: Instant): 'closed' | 'half-open' | 'open' {
  if (restsUntil === null) return 'closed';
  return isTried || restsUntil <= now ? 'half-open' : 'open';
}
