/** What a brand's lines may be filled with, how drafting and review go, and pausing it. */
import type { BrandProfile, FourEyes } from '../../domain/brand.ts';
import type { BrandRecordView } from '../../http/contracts/brand-routes.ts';
import type { Session } from '../api/use-session.ts';
import { count } from '../words/counts.ts';
import { money } from '../words/offer.ts';
import { AttributeTable } from './attribute-table.tsx';
import styles from './brands.module.css';
import { mayPause, PauseBrand } from './pause-brand.tsx';

/** The settings; all but the pause are changed in the brand's files. */
export function BrandSettings(props: {
  readonly brand: BrandRecordView;
  readonly profile: BrandProfile;
  readonly session: Session;
}) {
  const { brand, profile } = props;
  return (
    <div className={styles.panel}>
      <div className={styles.pair}>
        <Facts
          title="Lines"
          facts={[
            ['Sender in previews', profile.senderName ?? profile.name],
            ['Language', profile.locale],
            ['Market', profile.market],
            ['Merge tags', brand.dialect?.name ?? 'not said'],
          ]}
        />
        <Facts title="Review" facts={reviewFacts(brand.review)} />
      </div>
      <AttributeTable attributes={profile.attributes} />
      <Facts title="Drafting" facts={draftingFacts(brand.drafting)} />
      {mayPause(props.session, brand.id) && <PauseBrand brand={brand} />}
    </div>
  );
}

type FactRows = readonly (readonly [name: string, value: string])[];

function reviewFacts(review: BrandRecordView['review']): FactRows {
  if (!review) return [];
  const { horizonDays, hoursPerDay, releaseGraceSeconds, fourEyes } = review;
  return [
    ['Held back beyond', `${count(horizonDays, 'day')} of review ahead`],
    ['People review', `${count(hoursPerDay, 'hour')} a day`],
    [
      'Release grace',
      releaseGraceSeconds === 0
        ? 'none: approved lines go out at once'
        : `${count(releaseGraceSeconds, 'second')} to undo an approval`,
    ],
    ['Two approvals', fourEyes ? askedOfTwo(fourEyes) : 'not asked for'],
  ];
}

/** Which lines two people approve. */
function askedOfTwo({ cohortSize, rules }: FourEyes): string {
  const large = cohortSize === undefined ? [] : [`for cohorts of ${count(cohortSize, 'reader')} or more`];
  const found = rules.length === 0 ? [] : [`for findings of ${rules.join(', ')}`];
  return [...large, ...found].join(', and ') || 'not asked for';
}

function draftingFacts(drafting: BrandRecordView['drafting']): FactRows {
  if (!drafting) return [];
  const { fallback, requestTokens, requestCost, dailyTokens, dailyCost } = drafting;
  const limit = (tokens: number | undefined, cost: { minor: number; currency: string } | undefined) =>
    [tokens && count(tokens, 'token'), cost && money(cost)].filter(Boolean).join(' and ') || 'no limit';
  return [
    ['Where no model answers', fallback === 'none' ? 'cohorts wait' : 'the embedded writer drafts in its place'],
    ['A request may use', limit(requestTokens, requestCost)],
    ['A day may use', limit(dailyTokens, dailyCost)],
  ];
}

function Facts({ title, facts }: { readonly title: string; readonly facts: FactRows }) {
  const id = title.toLowerCase();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
