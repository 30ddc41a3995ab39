import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Angle } from '../../../src/domain/candidate.ts';
import { embeddedWriter } from '../../../src/generate/embedded-writer/embedded-writer.ts';
import type { DraftOrder } from '../../../src/ports/model.ts';
import { exampleCohorts, tildenRow } from './examples.ts';

const Reply = z.strictObject({
  candidates: z.array(z.strictObject({ text: z.string(), angle: Angle, preheader: z.string().nullable() })),
});
const writer = embeddedWriter();
const unstopped = new AbortController().signal;

function orderFor(name: string, more: Partial<DraftOrder> = {}): DraftOrder {
  const cohort = exampleCohorts.find((each) => each.name === name);
  if (!cohort) throw new Error(`no example cohort ${name}`);
  const prompt = { system: '', user: '', hash: '' };
  return { prompt, brand: tildenRow, ...cohort, count: 8, seed: 's', taken: [], preheaders: false, ...more };
}

describe('embeddedWriter', () => {
  it('answers in the shape a well-behaved model answers in, and says who it is', async () => {
    const reply = await writer.draft(orderFor('second-purchase/jeans-buyers'), unstopped);
    expect(Reply.parse(JSON.parse(reply.raw)).candidates).toHaveLength(8);
    expect(reply).toMatchObject({ model: 'embedded-writer/1', finish: 'stop', inputTokens: null, outputTokens: null });
    expect([writer.writer, writer.name]).toEqual(['embedded-writer', 'embedded writer']);
  });

  it('gives the same bytes for the same order', async () => {
    const [first, second] = [1, 2].map(() => writer.draft(orderFor('end-of-season/vips'), unstopped));
    expect(await first).toEqual(await second);
  });

  it('gives cohorts of one brief different sets for one seed', async () => {
    const [a, b] = ['lapsed', 'everyone-else'].map((cohort) =>
      writer.draft(orderFor(`end-of-season/${cohort}`), unstopped),
    );
    expect((await a)?.raw).not.toBe((await b)?.raw);
  });

  it('writes preheaders where they are asked for, which say something the line does not', async () => {
    const asked = await writer.draft(
      orderFor('second-purchase/dress-buyers', { preheaders: true, count: 20 }),
      unstopped,
    );
    const { candidates } = Reply.parse(JSON.parse(asked.raw));
    const pairs = candidates.filter(({ preheader }) => preheader !== null);
    expect(pairs.length).toBeGreaterThan(15);
    for (const { text, preheader } of pairs) {
      expect(preheader?.length).toBeGreaterThanOrEqual(40);
      expect(preheader?.toLowerCase()).not.toContain(text.toLowerCase());
    }
    const promise = candidates.find(({ text }) => text === 'Each piece, shown with what it goes with');
    expect(promise?.preheader ?? '').not.toContain('shown with');
    const unasked = await writer.draft(orderFor('second-purchase/dress-buyers'), unstopped);
    expect(Reply.parse(JSON.parse(unasked.raw)).candidates.every(({ preheader }) => preheader === null)).toBe(true);
  });

  it('gives up when it is told to stop', async () => {
    await expect(writer.draft(orderFor('apology/sent-the-broken-link'), AbortSignal.abort())).rejects.toThrow(
      'aborted',
    );
  });
});
