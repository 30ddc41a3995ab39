/** Many lines in review, written straight into a database: what drafting them would leave behind, without the drafting. */
import { Brief } from '../../src/domain/brief.ts';
import type { Moment } from '../../src/ports/moment.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  sampleAccepted,
  sampleBrief,
  sampleCandidate,
  sampleEvent,
  sampleFinding,
  sampleItem,
  sampleReply,
} from './samples.ts';

const shapes = [
  'The {a} that goes with your {b}',
  'Your {b}, and a {a} for it',
  'A {a} beside the {b}',
  'About that {b}: a {a}',
];
const things = 'coat boot sock scarf jean shirt dress sheet lamp chair bowl belt'.split(' ');
const kinds = 'wool linen canvas cotton leather velvet plain striped heavy light short long'.split(' ');

/** Lines wait in cohorts of `perCohort`, a few hundred cohorts to a campaign; every tenth line carries a warning. */
export async function fillQueue(
  store: Store,
  moment: Moment,
  { brandId, lines, perCohort }: { readonly brandId: string; readonly lines: number; readonly perCohort: number },
): Promise<void> {
  const cohorts = Math.ceil(lines / perCohort);
  for (let start = 0; start < cohorts; start += 200) {
    const names = Array.from({ length: Math.min(200, cohorts - start) }, (_, index) => `Cohort ${start + index + 1}`);
    await fillCampaign(store, moment, { brandId, names, perCohort, number: start / 200 + 1 });
  }
}

async function fillCampaign(
  store: Store,
  moment: Moment,
  campaign: {
    readonly brandId: string;
    readonly names: readonly string[];
    readonly perCohort: number;
    readonly number: number;
  },
): Promise<void> {
  const { brandId, names, perCohort, number } = campaign;
  const day = new Date(Date.UTC(2027, 0, 1 + (number % 300))).toISOString();
  const brief = Brief.parse({
    ...sampleBrief(brandId, names),
    campaign: { externalId: `campaign-${number}`, name: `Campaign ${number}` },
    send: { kind: 'at', at: day },
  });
  const accepted = { ...sampleAccepted(moment, brief), jobs: [] };
  await store.generation.acceptRequest(accepted);
  for (const [position, cohort] of accepted.cohorts.entries()) {
    await store.generation.startDrafting(cohort.id, 1, moment.now());
    const reply = sampleReply(moment, cohort);
    await store.generation.keepReply(reply, []);
    const candidates = Array.from({ length: perCohort }, (_, index) => {
      const text = lineText(position * perCohort + index);
      const findings = index % 10 === 9 ? [sampleFinding({ severity: 'warn', message: 'Over 50 characters.' })] : [];
      return sampleCandidate(moment, reply, { text, rank: index + 1, findings });
    });
    await store.generation.keepDrafts({
      replyId: reply.id,
      cohortId: cohort.id,
      briefId: accepted.brief.id,
      candidates,
      items: candidates.map((candidate) => sampleItem(moment, candidate)),
      events: [sampleEvent(moment, brandId, { action: 'candidates.kept', subject: cohort.id })],
    });
    const settle = () => ({ state: 'in-review' as const, reason: null, events: [] });
    await store.generation.endRun({ cohortId: cohort.id, run: 1, at: moment.now(), settle });
  }
}

function lineText(index: number): string {
  const pick = (list: readonly string[], by: number) => list[by % list.length] ?? '';
  const thing = (by: number) => `${pick(kinds, by)} ${pick(things, Math.floor(by / kinds.length))}`;
  return pick(shapes, index)
    .replace('{a}', thing(index))
    .replace('{b}', thing(index * 7 + 3));
}
