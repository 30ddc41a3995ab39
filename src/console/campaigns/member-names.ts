/** The members of a brief by the names the screen gives them. */

const names: Readonly<Record<string, string>> = {
  brand: 'brand',
  externalId: 'name of the brief',
  campaign: 'campaign',
  messageType: 'message type',
  incident: 'incident',
  goal: 'goal',
  market: 'market',
  locale: 'language',
  timeZone: 'time zone',
  send: 'send',
  offer: 'offer',
  claims: 'claims',
  products: 'products',
  landingPage: 'landing page',
  mustMention: 'words to mention',
  attributes: 'merge attributes',
  cohorts: 'cohorts',
  candidatesPerCohort: 'drafts per cohort',
  needed: 'lines needed',
  needBy: 'needed by',
  preheaders: 'preheaders',
  ageGate: 'age gate',
  allowAccountData: 'account data',
};

/** What a member is called; its own key where it has no name here. */
export function memberName(key: string): string {
  return names[key] ?? key;
}
