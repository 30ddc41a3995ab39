/** What narrows the library, kept in the address. */
import type { LineStanding } from '../../domain/approved-line.ts';
import type { LibraryQuery } from '../api/use-library.ts';
import { useAddressState } from '../navigation/use-address-state.ts';

/** Lines on a page. */
export const pageSizes = ['25', '50', '100'] as const;
/** The standings one chooses from; undone approvals were never approved lines for anybody. */
export const chosenStandings = ['live', 'in-grace', 'void', 'recalled', 'expired'] as const satisfies LineStanding[];
const writers = ['person', 'model', 'embedded-writer'] as const;

/** Each filter with its setter, the query they make, and the way back to all lines. */
export function useLibraryFilters() {
  const [brand] = useAddressState('brand');
  const [text, setText] = useAddressState('q');
  const [campaign, setCampaign] = useAddressState('campaign');
  const [cohort, setCohort] = useAddressState('cohort');
  const [standing, setStanding] = useAddressState('state');
  const [writer, setWriter] = useAddressState('writer');
  const [approvedBy, setApprovedBy] = useAddressState('by');
  const [from, setFrom] = useAddressState('from');
  const [to, setTo] = useAddressState('to');
  const [size, setSize] = useAddressState('size');
  const limit = Number(pageSizes.find((each) => each === size) ?? pageSizes[0]);
  const query: LibraryQuery = {
    limit,
    brand: brand ?? undefined,
    text: text ?? undefined,
    campaign: campaign ?? undefined,
    cohort: cohort ?? undefined,
    standing: chosenStandings.find((each) => each === standing),
    writer: writers.find((each) => each === writer),
    approvedBy: approvedBy ?? undefined,
    approvedFrom: startOf(from, 0),
    approvedBefore: startOf(to, 1),
  };
  const chosen = [campaign, cohort, writer, approvedBy, from, to].filter((each) => each !== null).length;
  return {
    ...{ brand, text, campaign, cohort, standing: query.standing ?? null, writer, approvedBy, from, to, limit },
    ...{ setText, setCohort, setStanding, setWriter, setApprovedBy, setFrom, setTo, setSize },
    setCampaign: (next: string | null) => {
      setCampaign(next);
      // A cohort of another campaign would find nothing.
      setCohort(null);
    },
    query,
    /** How many stand behind "Filters". */
    chosen,
    isNarrowed: chosen > 0 || text !== null || query.standing !== undefined,
    clear: () => {
      for (const set of [setText, setCampaign, setCohort, setStanding, setWriter, setApprovedBy, setFrom, setTo])
        set(null);
    },
  };
}

/** The instant at which a day begins where the reader of the screen is, `later` days on. */
function startOf(day: string | null, later: number): string | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  if (!year || !month || !date) return undefined;
  const start = new Date(year, month - 1, date + later);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}
