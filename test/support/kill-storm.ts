/**
 * Kills a service again and again while it drafts, at random instants, its start included; then looks into its database
 * for what was lost, doubled or paid for twice.
 */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { contentHash } from '../../src/domain/hash.ts';
import { RequestView } from '../../src/http/contracts/campaign-routes.ts';
import { apiCaller, signedIn } from './api-caller.ts';
import { largeBrief } from './large-brief.ts';
import { type ModelCall, modelServer } from './model-server.ts';
import { rawSql } from './raw-sql.ts';
import { runCli, startAndKill, startService } from './started-process.ts';

/** What is left once the storm is over. Each list is empty where all is well. */
export type AfterStorm = {
  readonly cohorts: number;
  readonly calls: number;
  readonly replies: number;
  readonly candidates: number;
  /** Cohorts that are not in review, by state. */
  readonly unfinished: readonly string[];
  /** Replies whose candidates are not exactly the lines they hold. */
  readonly lostOrDoubled: readonly string[];
  /** Candidates that should be before people and are not, or are there twice. */
  readonly wronglyQueued: readonly string[];
  /** Replies whose prompt was sent again after they had been saved. */
  readonly paidTwice: readonly string[];
  /** The exit status of `audit verify`. */
  readonly auditStatus: number | null;
  /** The exit status of the last service, which was told to stop while somebody followed the request. */
  readonly stopStatus: number | null;
  /** All that they were sent; a stream that was cut off rather than ended fails the storm. */
  readonly stream: string;
};

/** What to do: `random` gives numbers from 0 to 1. */
export type Storm = {
  readonly databaseUrl: string;
  readonly kills: number;
  readonly random: () => number;
  readonly onKill?: (kill: number, afterMs: number) => void;
};

/** Cohorts that keep the service busy between two kills. */
const cohortsPerKill = 8;
const concurrency = 4;
/** From the start of the process; the longest of them leaves some time to draft. */
const killedWithinMs = [100, 2_500] as const;

/** Let it storm, then let the service come to rest. */
export async function killStorm({ databaseUrl, kills, random, onKill }: Storm): Promise<AfterStorm> {
  const server = await modelServer({ latencyMs: 150 });
  const env = { DATABASE_URL: databaseUrl, OPENAI_BASE_URL: server.url, LLM_CONCURRENCY: String(concurrency) };
  try {
    const cohorts = kills * cohortsPerKill;
    // No more lines than the horizon of review takes, or the rest would wait for people who are not there.
    const candidatesPerCohort = Math.min(8, Math.floor(700 / cohorts));
    const brief = { ...largeBrief(cohorts), candidatesPerCohort, needed: Math.min(2, candidatesPerCohort) };
    const first = await startService(env);
    const owner = apiCaller(first.url, await signedIn(first.signInLink));
    const { body: accepted } = await owner('/v1/variant-requests', RequestView, brief);
    await pause(300 * random());
    await first.end('SIGKILL');
    for (let kill = 1; kill < kills; kill += 1) {
      const [least, most] = killedWithinMs;
      const afterMs = Math.round(least + (most - least) * random());
      await startAndKill(env, afterMs);
      onKill?.(kill, afterMs);
    }
    const last = await startService(env);
    const session = await signedIn(last.signInLink);
    await settled(last.url, session, accepted.id);
    const followed = await follow(`${last.url}/v1/variant-requests/${accepted.id}/events`, session);
    const [stopStatus, stream] = await Promise.all([last.end('SIGTERM'), followed.rest()]);
    const { status } = await runCli(['audit', 'verify'], { env });
    return { ...(await lookedAt(databaseUrl, server.calls)), auditStatus: status, stopStatus, stream };
  } finally {
    await server.close();
  }
}

async function settled(url: string, headers: Readonly<Record<string, string>>, requestId: string): Promise<void> {
  const read = apiCaller(url, headers);
  for (;;) {
    const { body } = await read(`/v1/variant-requests/${requestId}`, RequestView);
    if (body.cohorts.every(({ state }) => state !== 'waiting' && state !== 'drafting')) return;
    await pause(200);
  }
}

/** A stream of which something has come; `rest` reads on to its end. */
async function follow(address: string, headers: Readonly<Record<string, string>>) {
  const { body } = await fetch(address, { headers });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const more = async () => {
    const { done, value = '' } = (await reader?.read()) ?? { done: true };
    text += value;
    return !done;
  };
  while (!text.includes('event: snapshot') && (await more()));
  return {
    rest: async () => {
      while (await more());
      return text;
    },
  };
}

const Cohorts = z.array(z.object({ id: z.string(), state: z.string(), reason: z.string().nullable() }));
const Replies = z.array(
  z.object({
    id: z.string(),
    raw: z.string(),
    promptHash: z.string(),
    receivedAt: z.string(),
    kept: z.coerce.number(),
  }),
);
const Candidates = z.array(
  z.object({
    id: z.string(),
    replyId: z.string(),
    text: z.string(),
    toReview: z.coerce.number(),
    items: z.coerce.number(),
  }),
);
const Lines = z.object({ candidates: z.array(z.object({ text: z.string() })) });

type LookedAt = Omit<AfterStorm, 'auditStatus' | 'stopStatus' | 'stream'>;

async function lookedAt(databaseUrl: string, calls: readonly ModelCall[]): Promise<LookedAt> {
  const cohorts = Cohorts.parse(await rawSql(databaseUrl, 'select id, state, reason from cohorts'));
  const replies = Replies.parse(
    await rawSql(
      databaseUrl,
      'select id, raw, prompt_hash as "promptHash", received_at as "receivedAt", is_kept as kept from replies',
    ),
  );
  const candidates = Candidates.parse(
    await rawSql(
      databaseUrl,
      `select c.id, c.reply_id as "replyId", c.text,
        case when c.verdict <> 'block' and c.duplicate_of is null then 1 else 0 end as "toReview",
        (select count(*) from review_items i where i.candidate_id = c.id) as items
        from candidates c order by c.reply_id, c.rank`,
    ),
  );
  const linesOf = Map.groupBy(candidates, ({ replyId }) => replyId);
  const sentAt = Map.groupBy(calls, ({ system, user }) => contentHash({ system, user }));
  return {
    cohorts: cohorts.length,
    calls: calls.length,
    replies: replies.length,
    candidates: candidates.length,
    unfinished: cohorts
      .filter(({ state }) => state !== 'in-review' && state !== 'ready')
      .map(({ id, state, reason }) => `${id} is ${state}: ${reason}`),
    lostOrDoubled: replies
      .filter(({ id, raw, kept }) => {
        const given = Lines.parse(JSON.parse(raw)).candidates.map(({ text }) => text);
        const saved = (linesOf.get(id) ?? []).map(({ text }) => text);
        return kept !== 1 || JSON.stringify(given) !== JSON.stringify(saved);
      })
      .map(({ id }) => id),
    wronglyQueued: candidates.filter(({ toReview, items }) => toReview !== items).map(({ id }) => id),
    paidTwice: replies
      .filter(({ promptHash, receivedAt }) => (sentAt.get(promptHash) ?? []).some(({ at }) => at > receivedAt))
      .map(({ id }) => id),
  };
}
