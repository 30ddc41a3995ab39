/** An order for candidates with nothing special about it. */
import type { DraftOrder } from '../../src/ports/model.ts';

/** The order, with what the test cares about in place of the ordinary. */
export function draftOrder(own: Partial<DraftOrder>): DraftOrder {
  return {
    prompt: { system: 'You draft.', user: 'Write 3 subject lines. JSON alone.', hash: 'h' },
    brand: {
      id: 'b',
      profile: {
        name: 'B',
        locale: 'en-US',
        market: 'US',
        attributes: {},
        voice: { character: 'Plain.', person: 'we', sentenceCase: true, do: [], dont: [], pairs: [], avoid: [] },
        exemplars: [],
      },
    },
    facts: {
      messageType: 'promotional',
      market: 'US',
      locale: 'en-US',
      timeZone: 'America/New_York',
      send: { kind: 'triggered', trigger: 'a purchase' },
      claims: [],
      products: [],
      mustMention: [],
      attributes: {},
      preheaders: false,
    },
    goal: 'Show one next thing',
    count: 3,
    seed: 's',
    taken: [],
    preheaders: false,
    ...own,
  };
}
