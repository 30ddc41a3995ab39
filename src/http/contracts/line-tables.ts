/** Approved lines as tables. A line that is withheld has its reason there, and never its text. */
import type { ApprovedLine, LineStanding } from '../../domain/approved-line.ts';
import type { LineReach } from '../../domain/line-reach.ts';
import type { CsvRow, CsvTable } from './csv.ts';

type Line = ApprovedLine & { readonly campaign: string; readonly cohort: string; readonly arm: string };
type Withheld = { readonly id: string; readonly reason: string };
type Lines = {
  readonly data: readonly Line[];
  readonly withheld: readonly (Withheld & { readonly campaign: string; readonly cohort: string })[];
};
type CohortLines = {
  readonly campaign: string;
  readonly cohort: string;
  readonly name: string;
  readonly state: string;
  readonly reason: string | null;
  readonly needed: number;
  readonly lines: readonly (Line & { readonly rank: number })[];
  readonly withheld: readonly Withheld[];
};

const ofLine = ['lineId', 'state', 'reason', 'arm', 'text', 'preheader', 'dialect', 'approvedAt', 'validUntil'];

/** The page's lines, then those of them that must not go out now. */
export const approvedLineTable: CsvTable<Lines> = {
  fileName: 'approved-lines',
  columns: ['campaign', 'cohort', ...ofLine],
  rows: ({ data, withheld }) => [
    ...data.map((line) => ({ campaign: line.campaign, cohort: line.cohort, ...lineRow(line) })),
    ...withheld.map(({ id, campaign, cohort, reason }) => ({ campaign, cohort, ...withheldRow({ id, reason }) })),
  ],
};

/** Cohort by cohort its lines by rank, then those that must not go out now; a cohort without any has a row too. */
export const cohortLineTable: CsvTable<{ readonly data: readonly CohortLines[] }> = {
  fileName: 'cohort-lines',
  columns: ['campaign', 'cohort', 'cohortName', 'cohortState', 'cohortReason', 'needed', 'rank', ...ofLine],
  rows: ({ data }) =>
    data.flatMap(({ campaign, cohort, name, state, reason, needed, lines, withheld }) => {
      const first = { campaign, cohort, cohortName: name, cohortState: state, cohortReason: reason, needed };
      const rows = [...lines.map((line) => ({ rank: line.rank, ...lineRow(line) })), ...withheld.map(withheldRow)];
      return rows.length === 0 ? [first] : rows.map((row) => ({ ...first, ...row }));
    }),
};

type LibraryLines = {
  readonly data: readonly (ApprovedLine & {
    readonly campaign: { readonly externalId: string; readonly name: string };
    readonly cohort: { readonly externalId: string; readonly name: string };
    readonly arm: string;
    readonly approvedByName: string;
    readonly standing: LineStanding;
    readonly heldBecause: string | null;
    readonly reach: LineReach;
  })[];
};

/** The library: people see the text of every line, whatever became of it. */
export const libraryTable: CsvTable<LibraryLines> = {
  fileName: 'library',
  columns: [
    ...['brand', 'campaign', 'campaignName', 'cohort', 'cohortName', 'lineId', 'standing', 'reason', 'arm', 'text'],
    ...['preheader', 'dialect', 'writer', 'angle', 'approvedBy', 'approvedAt', 'validUntil', 'tools', 'sends'],
    ...['lastUsedAt', 'readers', 'opens', 'clicks'],
  ],
  rows: ({ data }) =>
    data.map((line) => {
      const { id, brandId, campaign, cohort, standing, heldBecause, arm, text, preheader, dialect, writer } = line;
      const { angle, approvedByName, approvedAt, validUntil, reach } = line;
      const { tools, sends, lastUsedAt, readers, opens, clicks } = reach;
      return {
        brand: brandId,
        campaign: campaign.externalId,
        campaignName: campaign.name,
        cohort: cohort.externalId,
        cohortName: cohort.name,
        lineId: id,
        reason: heldBecause,
        approvedBy: approvedByName,
        ...{ standing, arm, text, preheader, dialect, writer, angle, approvedAt, validUntil },
        ...{ tools, sends, lastUsedAt, readers, opens, clicks },
      };
    }),
};

function lineRow({ id, state, arm, text, preheader, dialect, approvedAt, validUntil }: Line): CsvRow {
  return { lineId: id, state, arm, text, preheader, dialect, approvedAt, validUntil };
}

function withheldRow({ id, reason }: Withheld): CsvRow {
  return { lineId: id, state: 'withheld', reason };
}
