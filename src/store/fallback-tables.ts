/** The tables of fallback lines, as Kysely sees them; see tables.ts. */

/** See domain/fallback-line.ts. */
export type FallbackLineRow = {
  id: string;
  brandId: string;
  text: string;
  preheader: string | null;
  dialect: string;
  textHash: string;
  policyHash: string;
  verdictDocument: string;
  warningsPassed: string | null;
  state: string;
  reason: string | null;
  approvedBy: string;
  approvedAt: string;
  updatedAt: string;
};

/** Which client was given which line for which cohort; `brandId` is the cohort's. */
export type FallbackDeliveryRow = {
  lineId: string;
  cohortId: string;
  clientId: string;
  brandId: string;
  cohortExternalId: string;
  deliveredAt: string;
};
