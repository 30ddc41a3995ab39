/** The rounds of a drafting run: which calls are made, what each asks for, and that a crash costs none of them twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftCohort } from '../../src/generate/draft-cohort.ts';
import { drafting, replyWith } from '../support/drafting.ts';
import type { ModelCall } from '../support/model-server.ts';

const tooLong = (word: string) => `${word} ${'and a sentence that goes on '.repeat(4)}and on`;
const asked = ({ user }: ModelCall) => Number(/Write (\d+) subject/.exec(user)?.[1]);

let at: Awaited<ReturnType<typeof drafting>>;
beforeEach(async () => {
  at = await drafting();
});
afterEach(() => at.close());

/** The server gives these replies in turn. */
function replies(...all: readonly (readonly string[])[]): void {
  for (const texts of all) at.server.behave({ kind: 'content', content: replyWith(...texts) }, 1);
}

/** The rounds of the cohort's replies, in order. */
async function rounds(cohortId: string): Promise<string[]> {
  return (await at.work(cohortId)).replies.map(({ reply }) => reply.round);
}

describe('a run with lines missing', () => {
  it('asks for those alone, and names what the cohort has', async () => {
    const { cohort } = await at.accepted({ needed: 4 });
    replies(['A shirt for the long table', 'Linen for slow mornings'], ['Wool by the door', 'A tote for two loaves']);
    await at.draft(at.jobOf(cohort));
    expect(await rounds(cohort.id)).toEqual(['draft', 'top-up']);
    expect(at.server.calls.map(asked)).toEqual([8, 4]);
    expect(at.server.calls[1]?.user).toContain('"A shirt for the long table"');
    expect(await at.work(cohort.id)).toMatchObject({
      cohort: { state: 'in-review', reason: null },
      counts: { candidates: 4, pending: 4 },
    });
  });

  it('because the writer said the same again asks once more, and keeps the doubles as what they are', async () => {
    const { cohort } = await at.accepted({ needed: 3 });
    replies(
      ['Wool by the door', 'Wool by the door', 'Wool by the door'],
      ['Linen for slow mornings', 'A tote for two'],
    );
    await at.draft(at.jobOf(cohort));
    expect(await rounds(cohort.id)).toEqual(['draft', 'top-up']);
    expect((await at.work(cohort.id)).counts).toMatchObject({ candidates: 5, duplicates: 2, pending: 3 });
  });

  it('is repaired first and topped up twice, and then goes to people with what there is', async () => {
    const { cohort } = await at.accepted({ needed: 9 });
    replies(
      [tooLong('Coats'), 'Wool by the door'],
      ['Coats that keep'],
      ['Linen for slow mornings'],
      ['A tote for two'],
    );
    await at.draft(at.jobOf(cohort));
    expect(await rounds(cohort.id)).toEqual(['draft', 'repair', 'top-up', 'top-up-2']);
    expect(at.server.calls.map(asked)).toEqual([9, 9, 9, 9]);
    expect(at.server.calls.map(({ user }) => user.includes('<held-back>'))).toEqual([false, true, false, false]);
    const { cohort: after, counts, candidates } = await at.work(cohort.id);
    expect(after.state).toBe('in-review');
    expect(counts).toMatchObject({ candidates: 5, blocked: 1, pending: 4 });
    // The line that was blocked and the one that mends it are both kept.
    expect(candidates.map(({ text }) => text)).toEqual(expect.arrayContaining([tooLong('Coats'), 'Coats that keep']));
  });

  it('is not topped up where two replies in a row brought nothing', async () => {
    const { cohort } = await at.accepted({ needed: 3 });
    replies(['Wool by the door', 'A tote for two'], ['Wool by the door'], ['A tote for two']);
    await at.draft(at.jobOf(cohort));
    expect(await rounds(cohort.id)).toEqual(['draft', 'top-up', 'top-up-2']);
    const retried = await at.accepted({ needed: 3, campaign: { externalId: 'other', name: 'Other' } }, ['lapsed']);
    at.server.behave({ kind: 'content', content: 'Hm.' });
    await at.draft(at.jobOf(retried.cohort));
    expect(await rounds(retried.cohort.id)).toEqual(['draft', 'top-up']);
  });
});

it('asks for as many as the brief wants for each line needed, and never for more than a reply can hold', async () => {
  const sizes = [
    { needed: 2, candidatesPerCohort: 8 },
    { needed: 12, candidatesPerCohort: 3 },
    { needed: 50, candidatesPerCohort: 8 },
  ];
  for (const [index, size] of sizes.entries()) {
    const { cohort } = await at.accepted(size, [`cohort-${index}`]);
    await at.draft(at.jobOf(cohort));
  }
  expect(at.server.calls.map(asked)).toEqual([8, 12, 30, 30]);
});

it.each(['keepReply', 'keepDrafts'] as const)(
  'of four rounds pays for none twice, killed after each %s',
  async (act) => {
    const { cohort } = await at.accepted({ needed: 9 });
    replies(
      [tooLong('Coats'), 'Wool by the door'],
      ['Coats that keep'],
      ['Linen for slow mornings'],
      ['A tote for two'],
    );
    const { generation } = at.store;
    const killed = {
      keepReply: async (...given: Parameters<typeof generation.keepReply>) => {
        await generation.keepReply(...given);
        throw new Error('killed');
      },
      keepDrafts: async (...given: Parameters<typeof generation.keepDrafts>) => {
        await generation.keepDrafts(...given);
        throw new Error('killed');
      },
    };
    const dying = draftCohort({ ...at.parts, store: { ...generation, [act]: killed[act] } });
    for (let life = 0; life < 5; life += 1)
      await dying.run(at.jobOf(cohort), new AbortController().signal).catch(() => null);
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls).toHaveLength(4);
    expect((await at.work(cohort.id)).counts).toMatchObject({ candidates: 5, blocked: 1, pending: 4 });
    expect((await at.stateOf(cohort)).state).toBe('in-review');
  },
);
