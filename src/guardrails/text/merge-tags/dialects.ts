/** The dialects we know, read from data/merge-tags. */
import braze from '../../../../data/merge-tags/braze.json' with { type: 'json' };
import generic from '../../../../data/merge-tags/generic.json' with { type: 'json' };
import hubspot from '../../../../data/merge-tags/hubspot.json' with { type: 'json' };
import iterable from '../../../../data/merge-tags/iterable.json' with { type: 'json' };
import klaviyo from '../../../../data/merge-tags/klaviyo.json' with { type: 'json' };
import listmonk from '../../../../data/merge-tags/listmonk.json' with { type: 'json' };
import mailchimp from '../../../../data/merge-tags/mailchimp.json' with { type: 'json' };
import mautic from '../../../../data/merge-tags/mautic.json' with { type: 'json' };
import sfmc from '../../../../data/merge-tags/sfmc.json' with { type: 'json' };
import { contentHash } from '../../../domain/hash.ts';
import { nearestName } from '../../nearest-name.ts';
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
