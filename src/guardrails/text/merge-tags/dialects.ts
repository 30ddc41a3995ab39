/** The dialects we know, read from data/merge-tags. */
import activecampaign from '../../../../data/merge-tags/activecampaign.json' with { type: 'json' };
import adobeCampaign from '../../../../data/merge-tags/adobe-campaign.json' with { type: 'json' };
import ajo from '../../../../data/merge-tags/ajo.json' with { type: 'json' };
import braze from '../../../../data/merge-tags/braze.json' with { type: 'json' };
import brevo from '../../../../data/merge-tags/brevo.json' with { type: 'json' };
import campaignmonitor from '../../../../data/merge-tags/campaignmonitor.json' with { type: 'json' };
import constantcontact from '../../../../data/merge-tags/constantcontact.json' with { type: 'json' };
import customerio from '../../../../data/merge-tags/customerio.json' with { type: 'json' };
import dotdigital from '../../../../data/merge-tags/dotdigital.json' with { type: 'json' };
import dripKit from '../../../../data/merge-tags/drip-kit.json' with { type: 'json' };
import eloqua from '../../../../data/merge-tags/eloqua.json' with { type: 'json' };
import emarsys from '../../../../data/merge-tags/emarsys.json' with { type: 'json' };
import generic from '../../../../data/merge-tags/generic.json' with { type: 'json' };
import hubspot from '../../../../data/merge-tags/hubspot.json' with { type: 'json' };
import iterable from '../../../../data/merge-tags/iterable.json' with { type: 'json' };
import klaviyo from '../../../../data/merge-tags/klaviyo.json' with { type: 'json' };
import listmonk from '../../../../data/merge-tags/listmonk.json' with { type: 'json' };
import mailchimp from '../../../../data/merge-tags/mailchimp.json' with { type: 'json' };
import mailerlite from '../../../../data/merge-tags/mailerlite.json' with { type: 'json' };
import mandrill from '../../../../data/merge-tags/mandrill.json' with { type: 'json' };
import mapp from '../../../../data/merge-tags/mapp.json' with { type: 'json' };
import marketo from '../../../../data/merge-tags/marketo.json' with { type: 'json' };
import mautic from '../../../../data/merge-tags/mautic.json' with { type: 'json' };
import mcnext from '../../../../data/merge-tags/mcnext.json' with { type: 'json' };
import omnisend from '../../../../data/merge-tags/omnisend.json' with { type: 'json' };
import pardot from '../../../../data/merge-tags/pardot.json' with { type: 'json' };
import responsys from '../../../../data/merge-tags/responsys.json' with { type: 'json' };
import sailthru from '../../../../data/merge-tags/sailthru.json' with { type: 'json' };
import sendgrid from '../../../../data/merge-tags/sendgrid.json' with { type: 'json' };
import sendgridLegacy from '../../../../data/merge-tags/sendgrid-legacy.json' with { type: 'json' };
import sfmc from '../../../../data/merge-tags/sfmc.json' with { type: 'json' };
import sparkpost from '../../../../data/merge-tags/sparkpost.json' with { type: 'json' };
import twilioEmail from '../../../../data/merge-tags/twilio-email.json' with { type: 'json' };
import { contentHash } from '../../../domain/hash.ts';
import { nearestName } from '../../../domain/nearest-name.ts';
import { type Dialect, DialectData } from './dialect.ts';

/** In the order in which a foreign tag is guessed: where two dialects share a form, the first one is named. */
export const dialects: readonly Dialect[] = [
  klaviyo,
  braze,
  mailchimp,
  sfmc,
  hubspot,
  iterable,
  listmonk,
  mautic,
  generic,
  activecampaign,
  adobeCampaign,
  ajo,
  brevo,
  campaignmonitor,
  constantcontact,
  customerio,
  dotdigital,
  dripKit,
  eloqua,
  emarsys,
  mailerlite,
  marketo,
  mcnext,
  omnisend,
  pardot,
  responsys,
  sendgrid,
  sendgridLegacy,
  twilioEmail,
  mandrill,
  sailthru,
  sparkpost,
  mapp,
].map((data) => ({ ...DialectData.parse(data), contentHash: contentHash(data) }));

const byId: ReadonlyMap<string, Dialect> = new Map(dialects.map((dialect) => [dialect.id, dialect]));

/** What a brand may write as its dialect. */
export const dialectIds: readonly string[] = dialects.map(({ id }) => id);

/** The dialect of that name. Throws RangeError with the nearest known name. */
export function dialectNamed(id: string): Dialect {
  const dialect = byId.get(id);
  if (dialect) return dialect;
  const near = nearestName(id, dialectIds);
  const hint = near === null ? `known are ${dialectIds.join(', ')}` : `did you mean "${near}"`;
  throw new RangeError(`There is no merge-tag dialect "${id}"; ${hint}.`);
}
