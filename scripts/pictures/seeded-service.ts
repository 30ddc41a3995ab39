/** The real product with four days of work behind it: every example brief drafted, some of it decided, some of it flawed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Caller } from '../../src/domain/access.ts';
import { Brief } from '../../src/domain/brief.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { addMs } from '../../src/domain/instant.ts';
import { embeddedWriter } from '../../src/generate/embedded-writer/embedded-writer.ts';
import type { Model } from '../../src/ports/model.ts';
import { realMoment } from '../../test/support/real-moment.ts';
import { runningService } from '../../test/support/running-service.ts';

const examples = ['second-purchase', 'end-of-season', 'first-frost', 'thank-you-tins', 'apology'] as const;
const brandIds = ['tilden-row', 'stannard-fell', 'gingham-larder'];
const dayMs = 24 * 60 * 60 * 1000;
/** What a writer that does not heed the brand would add, so that findings are seen. */
const flawed: readonly string[] = [
  'The must-have coat, guaranteed through Sunday',
  "{{ first_name|default:'there' }}, a cheap way to finish the shelf",
  'What the shelf above the sink was waiting for all through the long and drafty winter',
];
const Reply = z.object({ candidates: z.array(z.looseObject({ text: z.string() })) });

/** Starts it, works through the days, and gives it back with what pages are about. */
export async function seededService(consoleFolder: string) {
  let aheadMs = -4 * dayMs;
  const moment = { ...realMoment, now: () => addMs(realMoment.now(), aheadMs) };
  const service = await runningService({ consoleFolder, moment, model: careless(embeddedWriter()) });
  const { useCases } = service.product;
  const writer = await service.product.commandLine(brandIds);
  const ana = await person('Ana Ortiz');
  const requestIds = new Map<string, string>();
  for (const example of examples) {
    const requestId = await send(example);
    requestIds.set(example, requestId);
    if (example !== 'apology') await decideSome(ana, requestId);
    aheadMs += dayMs;
  }
  aheadMs = 0;
  return { ...service, brandIds, request: (example: (typeof examples)[number]) => requestIds.get(example) ?? '' };

  /** Sends an example brief and waits until every cohort is drafted. */
  async function send(example: string): Promise<string> {
    const file = fileURLToPath(new URL(`../../data/examples/${example}.yaml`, import.meta.url));
    const brief = Brief.parse(parse(readFileSync(file, 'utf8')));
    const { request } = await useCases.campaigns.accept(writer, brandIds, brief);
    for (;;) {
      const { cohorts } = await useCases.campaigns.progress(brandIds, request.id);
      if (cohorts.every(({ cohort }) => cohort.state !== 'waiting' && cohort.state !== 'drafting')) return request.id;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function person(name: string): Promise<Caller> {
    const user = await service.product.accounts.user(name, `${name.toLowerCase().replace(' ', '.')}@example.com`);
    await service.product.accounts.grant(user.id, brandIds, ['copywriter']);
    const memberships = brandIds.map((brandId) => ({ memberId: user.id, brandId, role: 'copywriter' as const }));
    return { actor: { kind: 'user', id: user.id }, name, memberships, scopes: null };
  }

  /** The first line of each second cohort is approved, its second edited, its third rejected. */
  async function decideSome(by: Caller, requestId: string): Promise<void> {
    const { data } = await useCases.review.cohorts(brandIds, { limit: 100, cursor: null });
    for (const [place, { cohort }] of data.filter(({ cohort }) => cohort.requestId === requestId).entries()) {
      if (place % 2 === 1) continue;
      const filter = { brandIds, cohortId: cohort.id, state: 'pending' } as const;
      const { data: entries } = await useCases.review.items(filter, { limit: 3, cursor: null });
      for (const [at, { item, candidate }] of entries.entries()) {
        const isWarned = candidate.verdict.verdict === 'warn';
        const passed = isWarned ? ({ warningsPassed: 'on-purpose' } as const) : {};
        const decisions: readonly Decision[] = [
          { kind: 'approve', ...passed },
          {
            kind: 'approve-edited',
            text: `${candidate.text.replace(/\.$/, '')}, at last`,
            warningsPassed: 'brand-style',
          },
          { kind: 'reject', reason: 'off-brand-voice', comment: 'Sounds like everybody else.' },
        ];
        const decision = decisions[at];
        aheadMs += 40_000;
        // An edit may be too long for its policy; then it simply waits.
        if (decision)
          await useCases.review.decide(by, brandIds, item.id, item.version, decision).catch(() => undefined);
      }
    }
  }
}

/** Now and then adds a line that the policy warns of or blocks. */
function careless(model: Model): Model {
  let calls = 0;
  return {
    ...model,
    draft: async (order, signal) => {
      const reply = await model.draft(order, signal);
      const { candidates } = Reply.parse(JSON.parse(reply.raw));
      const line = flawed[calls++ % (2 * flawed.length)];
      if (line === undefined) return reply;
      const [first, ...others] = candidates;
      return { ...reply, raw: JSON.stringify({ candidates: [{ ...first, text: line }, first, ...others.slice(1)] }) };
    },
  };
}
