/** What the members of a brief mean, for whoever connects a campaign tool. A test holds every name against its schema. */
import { Attribute } from '../domain/attribute.ts';
import { Brief } from '../domain/brief.ts';
import { Cohort } from '../domain/cohort.ts';
import { Money } from '../domain/money.ts';
import { Offer } from '../domain/offer.ts';
import { Price } from '../domain/price.ts';
import { Usage } from '../domain/usage.ts';
import { BriefOfCheck, CheckRequest, LineOfCheck } from './contracts/check-routes.ts';

type Words = Readonly<Record<string, string>>;

const briefWords: Words = {
  brand: 'The brand the lines are for.',
  externalId: 'Your name for this brief.',
  campaign: 'Several briefs with one external id belong to one campaign.',
  messageType: 'An apology needs its incident.',
  goal: 'What the mail is for, in a sentence or two.',
  market: 'Whose law and customs the lines are judged by.',
  timeZone: 'The zone in which "today" and "Sunday" are meant.',
  send: 'At one instant, or whenever its trigger fires for a reader.',
  offer: '`null` says that there is none; left out, nothing is known of one, and a line may claim nothing.',
  claims: 'Objective claims a line may make, each with what proves it.',
  products: 'Things a line may name, as the shop calls them.',
  landingPage: 'Where the mail leads, and what that page promises.',
  mustMention: 'Words that each line must hold.',
  attributes: 'Merge attributes of this list by name; they go before those of the brand.',
  cohorts: 'The groups of readers; each gets lines of its own.',
  candidatesPerCohort: 'Lines to draft for each cohort.',
  needed: 'Approved lines wanted for each cohort.',
  needBy: 'When the lines are needed.',
  preheaders: 'Whether each line gets a preheader beside it.',
  ageGate: 'True where everyone on the list is known to be old enough for goods with an age limit.',
  allowAccountData: 'True where a line may print account values such as points or a balance.',
};

/** By schema, a sentence for each member that its name does not explain. */
export const memberWords: ReadonlyMap<object, Words> = new Map<object, Words>([
  [Brief, briefWords],
  [BriefOfCheck, { ...briefWords, brand: 'The brand of the request, or left out.' }],
  [
    CheckRequest,
    {
      brand: 'The brand whose published policy the lines are checked by.',
      brief: 'What the lines are compared with. Left out, a rule that needs a fact says that it lacks one.',
      lines: 'At most 10,000.',
      rules: 'Ids of the rules to run, even where they are off; left out, those the policy has on.',
      now: 'The time to check at; the clock where it is left out.',
    },
  ],
  [
    LineOfCheck,
    {
      cohort: 'The external id of a cohort of the brief.',
      dialect: 'The merge-tag dialect the text is written in, where it is not that of the policy.',
      history: 'Lines these readers may have seen before, as texts or with where they were seen.',
    },
  ],
  [
    Cohort,
    {
      externalId: 'Your name for the cohort; approved lines carry it.',
      who: 'Who they are, for a person and for the writer.',
      why: 'Why they came into this cohort.',
      size: 'Readers in it.',
      basis: 'What membership rests on.',
      declared: 'What these readers told the brand of themselves, and agreed to be addressed by.',
      bought: 'What they have. A line speaks of what comes next and does not recite it.',
      next: 'What to speak of, and how it goes with what they have.',
      needed: 'Approved lines wanted, where it is not as many as the brief says.',
      offer: '`null` says that these readers have no offer although the brief has one.',
    },
  ],
  [
    Offer,
    {
      on: 'What it applies to, in your words: "selected coats".',
      percent: 'A decimal number in quotes.',
      percentIsMax: 'True where it is the highest of several, so that a line says "up to".',
      percentMaxShare: 'Share of the range that has the highest reduction, as a decimal number in quotes.',
      percentIsExtra: 'True where it comes off on top of another reduction, so that a line may say "extra".',
      amount: 'What is taken off; for a `price` what the thing costs, or the lowest of several prices.',
      threshold: 'What must be spent first; `null` says nothing must.',
      referencePrice: 'What a crossed-out price was.',
      conditions: 'Each as one short phrase.',
      endsAt: '`null` says that it has no end; left out, none is known, and a line may name none.',
      extendedFrom: 'The end it had before.',
      source: 'Where the facts come from and who vouched for them.',
    },
  ],
  [
    Usage,
    {
      calls: 'Calls to the model that were answered; the embedded writer makes none.',
      inputTokens: 'As the model’s server told.',
      cachedInputTokens: 'Those of the input tokens that the server had in its cache.',
      outputTokens: 'As the model’s server told.',
      costMicros:
        'In millionths of the currency; `null` where the price of a call is not known, or calls were paid in several currencies.',
      currency: 'ISO 4217; `null` where there is no cost to state.',
    },
  ],
  [
    Price,
    {
      inputMicros: 'For a million input tokens, in millionths of the currency.',
      cachedInputMicros: 'For a million input tokens that the server had in its cache.',
      outputMicros: 'For a million output tokens.',
      currency: 'ISO 4217.',
    },
  ],
  [Money, { minor: 'In minor units, such as cents.', currency: 'ISO 4217.' }],
  [
    Attribute,
    {
      coverage: 'Share of the list that has a value, 0 to 1.',
      samples: 'Real-looking values, the most typical first.',
      longest: 'The longest value the list holds.',
      defaultSetInEsp: 'What the e-mail platform inserts where the value is missing.',
      spelledAs: 'How your account spells it in a tag, besides the usual names.',
    },
  ],
]);
