/** Every rule there is, kept by hand: one line a rule. A test fails when a file in rules/ is missing here. */
import type { AnyRule } from './rule.ts';
import { accountData } from './rules/account-data.ts';
import { ageAlcoholRestricted } from './rules/age-alcohol-restricted.ts';
import { apologyNeedsIncident } from './rules/apology-needs-incident.ts';
import { bannedNear } from './rules/banned-near.ts';
import { bannedTerms } from './rules/banned-terms.ts';
import { cohortSize } from './rules/cohort-size.ts';
import { competitorNames } from './rules/competitor-names.ts';
import { controlChars } from './rules/control-chars.ts';
import { discountMatchesBrief } from './rules/discount-matches-brief.ts';
import { duplicate } from './rules/duplicate.ts';
import { emoji } from './rules/emoji.ts';
import { emptyOrTooShort } from './rules/empty-or-too-short.ts';
import { fakeThread } from './rules/fake-thread.ts';
import { freeNeedsTerms } from './rules/free-needs-terms.ts';
import { frontLoad } from './rules/front-load.ts';
import { genderedTerms } from './rules/gendered-terms.ts';
import { hardcodedName } from './rules/hardcoded-name.ts';
import { homoglyphMixedScript } from './rules/homoglyph-mixed-script.ts';
import { inclusiveLanguage } from './rules/inclusive-language.ts';
import { invisibleAndBidi } from './rules/invisible-and-bidi.ts';
import { length } from './rules/length.ts';
import { llmMetaText } from './rules/llm-meta-text.ts';
import { localeLanguage } from './rules/locale-language.ts';
import { membersOnlyClaims } from './rules/members-only-claims.ts';
import { nearDuplicate } from './rules/near-duplicate.ts';
import { pastDates } from './rules/past-dates.ts';
import { preheaderDuplicate } from './rules/preheader-duplicate.ts';
import { priceLanguage } from './rules/price-language.ts';
import { profanity } from './rules/profanity.ts';
import { readingLevel } from './rules/reading-level.ts';
import { renderedValueSanity } from './rules/rendered-value-sanity.ts';
import { requiredTerms } from './rules/required-terms.ts';
import { sensitiveInference } from './rules/sensitive-inference.ts';
import { spamWords } from './rules/spam-words.ts';
import { substantiatedClaims } from './rules/substantiated-claims.ts';
import { tagFallbackRequired } from './rules/tag-fallback-required.ts';
import { tagSyntax } from './rules/tag-syntax.ts';
import { toneCaps } from './rules/tone-caps.ts';
import { tonePunctuation } from './rules/tone-punctuation.ts';
import { trademarkSpelling } from './rules/trademark-spelling.ts';
import { unresolvedPlaceholder } from './rules/unresolved-placeholder.ts';
import { urgencyNeedsDates } from './rules/urgency-needs-dates.ts';
import { urlPhonePii } from './rules/url-phone-pii.ts';
import { whitespace } from './rules/whitespace.ts';
import { wrapperArtifacts } from './rules/wrapper-artifacts.ts';

/** All rules by id, in the order of the alphabet. */
export const catalogue: readonly AnyRule[] = [
  accountData,
  ageAlcoholRestricted,
  apologyNeedsIncident,
  bannedNear,
  bannedTerms,
  cohortSize,
  competitorNames,
  controlChars,
  discountMatchesBrief,
  duplicate,
  emoji,
  emptyOrTooShort,
  fakeThread,
  freeNeedsTerms,
  frontLoad,
  genderedTerms,
  hardcodedName,
  homoglyphMixedScript,
  inclusiveLanguage,
  invisibleAndBidi,
  length,
  llmMetaText,
  localeLanguage,
  membersOnlyClaims,
  nearDuplicate,
  pastDates,
  preheaderDuplicate,
  priceLanguage,
  profanity,
  readingLevel,
  renderedValueSanity,
  requiredTerms,
  sensitiveInference,
  spamWords,
  substantiatedClaims,
  tagFallbackRequired,
  tagSyntax,
  toneCaps,
  tonePunctuation,
  trademarkSpelling,
  unresolvedPlaceholder,
  urgencyNeedsDates,
  urlPhonePii,
  whitespace,
  wrapperArtifacts,
];

/** The catalogue by id. */
export const ruleById: ReadonlyMap<string, AnyRule> = new Map(catalogue.map((rule) => [rule.id, rule]));
