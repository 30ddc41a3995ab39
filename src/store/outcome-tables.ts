/** The tables of what came of approved lines, as Kysely sees them; see tables.ts. */

/** See domain/acknowledgement.ts. `contentHash` tells a word that is said again from another one. */
export type AcknowledgementRow = {
  id: string;
  brandId: string;
  lineId: string;
  sendExternalId: string;
  usedAt: string;
  text: string | null;
  preheader: string | null;
  dialect: string | null;
  lineState: string;
  findingsDocument: string;
  acknowledgedBy: string;
  receivedAt: string;
  contentHash: string;
};

/** See domain/outcome.ts. `sendExternalId` is empty where the tool names no send. */
export type OutcomeRow = {
  id: string;
  brandId: string;
  lineId: string;
  sendExternalId: string;
  day: string;
  revision: number;
  arm: string | null;
  sends: number | null;
  opens: number | null;
  clicks: number | null;
  revenueMinor: number | null;
  currency: string | null;
  unsubscribes: number | null;
  complaints: number | null;
  receivedFrom: string;
  receivedAt: string;
  replacedAt: string | null;
};
