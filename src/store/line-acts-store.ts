/** What people do with lines besides deciding them, on a database. */
import type { LineActsStore } from '../ports/line-acts-store.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { copyLine } from './copy-line.ts';
import type { Database } from './database.ts';
import { commentOnLine, commentsOfCohort } from './line-comments.ts';
import { rewordLine, sendLineBack } from './ruling-acts.ts';

/** The LineActsStore on a database. */
export function lineActsStore(database: Database, shelf: BriefShelf): LineActsStore {
  return {
    comments: (brandIds, cohortId) => commentsOfCohort(database, brandIds, cohortId),
    comment: (which, say) => commentOnLine(database, which, say),
    sendBack: (which, judge) => sendLineBack(database, shelf, which, judge),
    copy: (which, judge) => copyLine(database, shelf, which, judge),
    reword: (which, judge) => rewordLine(database, shelf, which, judge),
  };
}
