/** What a campaign's brief does not say of its offers, told once and not with every line. */
import type { Brief } from '../../../domain/brief.ts';
import type { Offer } from '../../../domain/offer.ts';
import type { Sighting } from '../../rule.ts';

/**
 * A remark where an offer of the brief or of a cohort does not say this, and `matters` for it; `of` is what a line may
 * not speak of then. No more than a remark, since lines that speak of other things need the fact for nothing.
 */
export function lackingOfOffers(
  brief: Brief,
  member: keyof Offer,
  of: string,
  matters: (offer: Offer) => boolean = () => true,
): readonly Sighting[] {
  const offers = [brief.offer, ...brief.cohorts.map(({ offer }) => offer)];
  const lacking = offers.some((offer) => offer && offer[member] === undefined && matters(offer));
  return lacking ? [lack(`offer.${member}`, of)] : [];
}

/** A remark where nothing is known of an offer for some cohort. */
export function lackingOffer(brief: Brief, of: string): readonly Sighting[] {
  const isKnown = brief.offer !== undefined || brief.cohorts.every(({ offer }) => offer !== undefined);
  return isKnown ? [] : [lack('offer', of)];
}

function lack(path: string, of: string): Sighting {
  return {
    message: `The brief does not say ${path}; a line that speaks of ${of} is held back until it does.`,
    missing: path,
    severity: 'info',
  };
}
