/** The offer: the only facts a line may claim about prices, dates and gifts. */
import type { Offer } from '../../domain/offer.ts';
import { inZone } from '../words/dates.ts';
import { offerHeadline, offerTerms } from '../words/offer.ts';
import styles from './brief-panel.module.css';

/** The offer with its dates and conditions, or in plain words that there is none, or that nothing is known. */
export function OfferFacts(props: {
  readonly offer: Offer | null | undefined;
  readonly timeZone: string;
  /** Whether it is this cohort's own. */
  readonly isOwn: boolean;
}) {
  const { offer, timeZone } = props;
  if (!offer)
    return (
      <section className={styles.offer} data-none>
        <h3>Offer</h3>
        <p>
          {offer === null ? 'No offer. A line may not promise one.' : 'The brief does not say whether there is one.'}
        </p>
      </section>
    );
  return (
    <section className={styles.offer}>
      <h3>{props.isOwn ? 'Offer for this cohort' : 'Offer'}</h3>
      <p className={styles.headline}>{offerHeadline(offer)}</p>
      <dl className={styles.dates}>
        {offer.startsAt && <Row name="Starts" value={inZone(offer.startsAt, timeZone)} />}
        <Row name="Ends" value={endOf(offer, timeZone)} />
        {offer.extendedFrom && <Row name="First end" value={inZone(offer.extendedFrom, timeZone)} />}
      </dl>
      <ul className={styles.entries}>
        {offerTerms(offer).map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ul>
      {offer.source && (
        <p className={styles.quiet}>
          {offer.source.from}, vouched for by {offer.source.vouchedBy}
        </p>
      )}
    </section>
  );
}

function endOf(offer: Offer, timeZone: string): string {
  if (offer.endsAt) return inZone(offer.endsAt, timeZone);
  return offer.endsAt === null ? 'has no end' : 'not said';
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
