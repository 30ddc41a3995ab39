/** Bodies for the API document, of the example brand. */
const brief = {
  brand: 'tilden-row',
  externalId: 'mail-2027-01-27-coats',
  campaign: { externalId: 'end-of-season-coats-2027', name: 'End-of-season coats' },
  messageType: 'promotional',
  goal: 'Clear the selected coats. Say the number, the coats and the last day plainly.',
  market: 'US',
  locale: 'en-US',
  timeZone: 'America/New_York',
  send: { kind: 'at', at: '2027-01-27T08:00:00-05:00' },
  offer: {
    type: 'percent-off',
    on: 'selected coats',
    percent: '40',
    percentIsMax: true,
    conditions: ['Selected coats only'],
    endsAt: '2027-01-31T23:59:00-05:00',
  },
  products: ['wool wrap coat', 'cotton trench'],
  mustMention: ['coat'],
  cohorts: [
    {
      externalId: 'coat-browsers',
      name: 'Looked at coats in January',
      who: 'Opened at least two coat pages this month and bought none.',
      basis: 'behaviour',
      next: { kind: 'complement', items: ['wool wrap coat'] },
    },
  ],
  candidatesPerCohort: 8,
  needed: 2,
};

/** A body that works, for each operation that takes one. A test holds them against the contracts. */
export const bodyExamples: Readonly<Record<string, object>> = {
  createVariantRequest: brief,
  readCohortTable: {
    rows: [
      {
        externalId: 'coat-browsers',
        name: 'Looked at coats in January',
        who: 'Opened at least two coat pages this month and bought none.',
        size: '6400',
        nextKind: 'complement',
        nextItems: 'wool wrap coat; cotton trench',
      },
    ],
  },
  askOverride: {
    item: 'item_019bf5a2d40671889e0f1a2b3c4d5e6f',
    text: 'The wool coats, the wrap coats, the trench coats and the last of the car coats, all of them half-way home',
    reason: 'The name of the collection is long, and the readers know it.',
  },
  answerOverride: { kind: 'grant', reason: 'This once: the collection has no other name.' },
  recallApprovedLine: { reason: 'The landing page is not up.' },
  putBrief: brief,
  replaceBrief: brief,
  checkBrief: { ...brief, cohorts: [] },
  patchBrief: { offer: { endsAt: '2027-02-02T23:59:00-05:00', extendedFrom: '2027-01-31T23:59:00-05:00' } },
  cancelVariantRequest: { reason: 'The sale was called off.' },
  cancelCohort: { reason: 'This list was merged into another.' },
  noteCohort: { note: 'Warmer, and no pun.', count: 5 },
  writeCandidate: { text: 'The wool coats are down to their last weekend' },
  pauseBrand: { reason: 'The new price list is not out yet.' },
  tryBrandText: { text: "{{ first_name|default:'there' }}, cheap coats are here" },
  checkLines: {
    brand: 'tilden-row',
    lines: [
      { text: 'Up to 40% off selected coats, through Sunday' },
      { text: "{{ first_name|default:'there' }}, cheap coats are here", history: ['The linen is in'] },
    ],
  },
  acknowledgeLines: {
    acknowledgements: [
      {
        lineId: 'line_019bf5f2a1b37daaa2b3c4d5e6f7a8b9',
        send: { externalId: 'mail-2027-01-27-coats' },
        usedAt: '2027-01-27T08:00:00-05:00',
        text: 'Up to 50% off selected coats until Sunday',
      },
    ],
  },
  reportOutcomes: {
    outcomes: [
      {
        lineId: 'line_019bf5f2a1b37daaa2b3c4d5e6f7a8b9',
        send: { externalId: 'mail-2027-01-27-coats' },
        day: '2027-01-27',
        sends: 18400,
        opens: 6120,
        clicks: 731,
        revenue: { minor: 2384000, currency: 'USD' },
        unsubscribes: 12,
        complaints: 0,
      },
    ],
  },
  addFallbackLine: {
    text: 'New in the shop, and made to stay',
    preheader: 'Coats, knits and boots.',
    warningsPassed: 'on-purpose',
  },
  recallFallbackLine: { reason: 'We do not sell boots any more.' },
  queryCohortLines: { brand: 'tilden-row', campaign: 'end-of-season-coats-2027', cohorts: ['coat-browsers'] },
  createWebhookEndpoint: {
    brand: 'tilden-row',
    url: 'https://mail.tildenrow.example/linewright',
    types: ['line.approved', 'line.revoked', 'line.expired'],
  },
  changeWebhookEndpoint: { state: 'enabled' },
  decideReviewItem: { version: 1, decision: { kind: 'approve', warningsPassed: 'on-purpose' } },
  undoReviewDecision: { version: 2 },
  checkReviewItemText: { text: "{{ first_name|default:'there' }}, cheap coats are here", preheader: null },
  decideReviewItems: {
    items: [{ id: 'item_019bf5f2a1b37daaa2b3c4d5e6f7a8b1', version: 1 }],
    decision: { kind: 'reject', reason: 'off-brand-voice' },
  },
  createClient: { name: 'Campaign tool', brands: ['tilden-row'], sandbox: true },
  createKey: { scopes: ['requests:write', 'requests:read', 'lines:read'], expiresInDays: 90 },
  rotateKey: { overlapDays: 7 },
  invitePerson: {
    name: 'Ana Ortiz',
    email: 'ana@tildenrow.example',
    roles: [{ brand: 'tilden-row', role: 'copywriter' }],
  },
  setRoles: { brand: 'tilden-row', roles: ['copywriter', 'policy-owner'] },
  changePerson: { state: 'active' },
  setPassword: { password: 'wool coats and paper lanterns' },
  startPasswordSession: { email: 'ana@tildenrow.example', password: 'wool coats and paper lanterns' },
  startSession: { token: 'lwl_3f6c1d0a9b8e47f2a1c5d6e7f8091a2b' },
};
