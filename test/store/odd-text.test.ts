import { beforeAll, describe, expect, it } from 'vitest';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import {
  sampleAccepted,
  sampleBrief,
  sampleCandidate,
  sampleEvent,
  sampleFinding,
  sampleItem,
  sampleReply,
} from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const start = '2026-01-01T00:00:00.000Z';
const loomwell = ['loomwell'];
const odd = {
  'U+0000': 'a\0b',
  'a high surrogate alone': 'a\ud83d',
  'another high surrogate alone': 'a\ud83e',
  'a low surrogate alone': '\ude00b',
  backslashes: 'a\\u0000b \\ \\\\',
  emoji: 'For you 👩‍👩‍👧‍👦 🧥',
  'right to left': 'שלום, \u202eעולם\u202c – مرحبا',
  'quotes and percent signs': `'; drop table candidates; -- "100%"`,
  'line separators': 'a\u2028b\r\nc',
  'a decomposed letter': 'e\u0301',
  'the last code point': '\u{10ffff}\uffff',
};

describe('text', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    beforeAll(async () => {
      await addBrand(store(), moment);
    });

    it.each(Object.entries(odd))('comes back as it was: %s', async (_, text) => {
      const { items, accepted } = await draftRequest(store(), moment, sampleBrief(), [text, `${text}!`]);
      const ruling = await store().review.decide(loomwell, items[0]?.id ?? '', start, (of) => {
        const plain = approve(moment)(of);
        return { ...plain, decision: { ...plain.decision, comment: text }, cohort: { ...plain.cohort, reason: text } };
      });
      const entry = await store().review.entry(loomwell, items[0]?.id ?? '');
      expect([entry?.candidate.text, entry?.decision?.comment]).toEqual([text, text]);
      expect((await store().delivery.line(loomwell, ruling?.line?.id ?? ''))?.line.text).toBe(text);
      const { cohorts } = (await store().generation.requestProgress(loomwell, accepted.request.id)) ?? {};
      expect(cohorts?.[0]?.cohort.reason).toBe(text);
      const seen = { brandId: 'loomwell', cohortExternalId: 'linen-buyers', since: start };
      expect((await store().neighbours.seenBy(seen)).map((line) => line.text)).toContain(text);
    });

    it.each(Object.entries(odd))('comes back in documents and replies: %s', async (_, text) => {
      const accepted = sampleAccepted(moment, { ...sampleBrief(), goal: text });
      const [cohort] = accepted.cohorts;
      if (!cohort) throw new Error('no cohort');
      await store().generation.acceptRequest({
        ...accepted,
        events: [sampleEvent(moment, 'loomwell', { details: { text } })],
      });
      const reply = sampleReply(moment, cohort, { raw: text, prompt: text, finish: text, model: text });
      const findings = [sampleFinding({ message: text, rendering: text })];
      const candidate = sampleCandidate(moment, reply, { text, preheader: text, findings });
      const items = [sampleItem(moment, candidate)];
      await store().generation.keepReply(reply, []);
      const drafts = {
        replyId: reply.id,
        cohortId: cohort.id,
        briefId: accepted.brief.id,
        candidates: [candidate],
        items,
        events: [],
      };
      await store().generation.keepDrafts(drafts);
      const work = await store().generation.cohortWork(cohort.id);
      expect(work).toMatchObject({ brief: { brief: { goal: text } }, replies: [{ reply }], candidates: [candidate] });
      const [event] = (await store().evidence.eventPage({ brandIds: loomwell }, { limit: 1, cursor: null })).data;
      expect(event?.details).toEqual({ text });
    });

    it.each(['\0', 'a\0b', '\ud83d', "'", ''])('finds nothing where it is no id: %j', async (id) => {
      const { generation, review, delivery, evidence } = store();
      const page = { limit: 5, cursor: null };
      expect(await generation.requestProgress(loomwell, id)).toBeNull();
      expect(await generation.cohort(loomwell, id)).toBeNull();
      expect(await review.entry(loomwell, id)).toBeNull();
      expect(await review.claim(loomwell, [id], { userId: 'user_a', until: start }, start)).toEqual([]);
      expect((await review.entries({ brandIds: loomwell, requestId: id, cohortId: id }, page)).data).toEqual([]);
      expect(await delivery.line(loomwell, id)).toBeNull();
      expect((await delivery.liveLines({ brandIds: [id], requestId: id }, page)).data).toEqual([]);
      expect((await evidence.candidates({ brandIds: loomwell, rule: id }, page)).data).toEqual([]);
      expect(await evidence.candidateHistory(loomwell, id)).toBeNull();
      expect(await store().access.user(id)).toBeNull();
      expect(await store().access.keyByHash(id)).toBeNull();
      expect(await store().brands.brand(id)).toBeNull();
    });

    it('of a cohort or campaign is found by its odd name', async () => {
      const brief = { ...sampleBrief('loomwell', ['a\\b\ud83d']), campaign: { externalId: '100% \ude00', name: '\0' } };
      const first = await draftRequest(store(), moment, brief);
      await draftRequest(store(), moment, { ...brief, campaign: { externalId: '100% \ude01', name: '\0' } });
      const ruling = await store().review.decide(loomwell, first.items[0]?.id ?? '', start, approve(moment));
      const filter = { brandIds: loomwell, campaign: '100% \ude00', cohort: 'a\\b\ud83d' };
      const { data } = await store().delivery.liveLines(filter, { limit: 9, cursor: null });
      expect(data.map(({ line }) => line.id)).toEqual([ruling?.line?.id]);
      expect(data[0]).toMatchObject({ campaign: brief.campaign, cohortExternalId: 'a\\b\ud83d' });
      const readers = { brandId: 'loomwell', cohortExternalId: 'a\\b\ud83d', since: start };
      expect(await store().neighbours.seenBy(readers)).toHaveLength(1);
    });
  });
});
