/** The addresses of the console's pages. */
import type { QueueTab } from '../../domain/queue-tab.ts';

/** What waits and how it goes. */
export const homePath = '/';

/** The queue, one cohort after the other. */
export const queuePath = '/queue';

/** The queue, one line after the other. */
export const listPath = '/queue/list';

/** The lines of a campaign in one tab of the list. */
export function linesPath(campaignId: string, tab: 'waiting' | 'blocked' | 'approved'): string {
  return `${listPath}?${new URLSearchParams({ tab, campaign: campaignId })}`;
}

/** A tab of the list. */
export function tabPath(tab: QueueTab): string {
  return `${listPath}?${new URLSearchParams({ tab })}`;
}

/** The lines of a tab in which a rule found something. */
export function linesWithRulePath(tab: QueueTab, rule: string): string {
  return `${listPath}?${new URLSearchParams({ tab, rule })}`;
}

/** The audit chain, of one brand and around one of its events where they are named. */
export function evidencePath(brandId?: string, sequence?: number): string {
  const query = { ...(brandId && { brand: brandId }), ...(sequence && { event: String(sequence) }) };
  const named = new URLSearchParams(query).toString();
  return named === '' ? '/evidence' : `/evidence?${named}`;
}

/** A cohort's page, with one of its lines in hand where one is named. */
export function cohortPath(cohortId: string, itemId?: string): string {
  const line = itemId === undefined ? '' : `?${new URLSearchParams({ line: itemId })}`;
  return `/cohorts/${encodeURIComponent(cohortId)}${line}`;
}

/** What a rule is for. */
export function rulePath(ruleId: string): string {
  return `/rules/${encodeURIComponent(ruleId)}`;
}

/** All that happened to one line. */
export function linePath(candidateId: string): string {
  return `/lines/${encodeURIComponent(candidateId)}`;
}

/** The campaigns. */
export const campaignsPath = '/campaigns';

/** A request: how far a brief of a campaign is. */
export function requestPath(requestId: string): string {
  return `/requests/${encodeURIComponent(requestId)}`;
}

/** Replacing a word in the waiting lines of a request. */
export function replacePath(requestId: string): string {
  return `${requestPath(requestId)}/replace`;
}

/** Writing a new brief; `likeId` names a brief to begin from. */
export function newBriefPath(likeId?: string): string {
  return likeId === undefined ? '/campaigns/new' : `/campaigns/new?${new URLSearchParams({ like: likeId })}`;
}

/** Changing a brief. */
export function briefPath(briefId: string): string {
  return `/briefs/${encodeURIComponent(briefId)}`;
}

/** Overrides of blocks: those that wait, and those that were answered. */
export const overridesPath = '/overrides';

/** The brands one may see. */
export const brandsPath = '/brands';

/** A brand's page. */
export function brandPath(brandId: string): string {
  return `/brands/${encodeURIComponent(brandId)}`;
}

/** The library of approved lines. */
export const libraryPath = '/library';

/** An approved line's page in the library. */
export function libraryLinePath(lineId: string): string {
  return `/library/${encodeURIComponent(lineId)}`;
}
/** People and what they may do. */
export const peoplePath = '/people';

/** Campaign tools and their keys. */
export const keysPath = '/keys';

/** Where messages about a brand go. */
export const webhooksPath = '/webhooks';

/** One's own account. */
export const accountPath = '/account';
