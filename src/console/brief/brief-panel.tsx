/** The brief beside the lines: what a copywriter compares every line with. */
import type { Cohort } from '../../domain/cohort.ts';
import { count } from '../words/counts.ts';
import { inZone } from '../words/dates.ts';
import styles from './brief-panel.module.css';
import { type CohortInBrief, cohortOf } from './cohort-name.ts';
import { Fact, FactList } from './fact.tsx';
import { OfferFacts } from './offer-facts.tsx';

/** The facts of one cohort, its own before those of the campaign. */
export function BriefPanel({ view }: { readonly view: CohortInBrief }) {
  const { brief } = view.brief;
  const cohort = cohortOf(view);
  const send = cohort?.send ?? brief.send;
  const offer = cohort?.offer === undefined ? brief.offer : cohort.offer;
  return (
    <div className={styles.brief}>
      {brief.incident && (
        <section className={styles.incident} aria-label="Incident">
          <h3>Apology for {brief.incident.reference}</h3>
          <p>{brief.incident.what}</p>
          <p>{brief.incident.remedy}</p>
          <p className={styles.quiet}>Happened {inZone(brief.incident.happenedAt, brief.timeZone)}</p>
        </section>
      )}
      <OfferFacts offer={offer} timeZone={brief.timeZone} isOwn={cohort?.offer !== undefined} />
      <Fact name="Goal">{brief.goal}</Fact>
      {cohort && <Readers cohort={cohort} />}
      <Fact name="Send">{send.kind === 'at' ? inZone(send.at, brief.timeZone) : `Triggered: ${send.trigger}`}</Fact>
      {brief.needBy && <Fact name="Needed by">{inZone(brief.needBy, brief.timeZone)}</Fact>}
      {brief.landingPage && (
        <Fact name="Landing page promises">
          {brief.landingPage.promises}
          <span className={styles.quiet}>{brief.landingPage.url}</span>
        </Fact>
      )}
      <FactList name="Must mention" entries={brief.mustMention} />
      <FactList name="Products" entries={brief.products} />
      <FactList name="Claims with proof" entries={brief.claims.map(({ text }) => text)} />
      <Fact name="Written for">
        {brief.market}, {cohort?.locale ?? brief.locale}
      </Fact>
    </div>
  );
}

const nextWords = {
  'complete-the-set': 'Completes the set',
  'other-variant': 'Another variant',
  complement: 'Goes with it',
} as const;

function Readers({ cohort }: { readonly cohort: Cohort }) {
  return (
    <>
      <Fact name="Who they are">
        {cohort.who}
        {cohort.size !== undefined && <span className={styles.quiet}>{count(cohort.size, 'reader')}</span>}
      </Fact>
      {cohort.why && <Fact name="Why they came">{cohort.why}</Fact>}
      <FactList name="Bought" entries={cohort.bought} />
      {cohort.next && (
        <FactList
          name={`What comes next: ${nextWords[cohort.next.kind].toLowerCase()}`}
          entries={cohort.next.items}
          note={cohort.next.because}
        />
      )}
    </>
  );
}
