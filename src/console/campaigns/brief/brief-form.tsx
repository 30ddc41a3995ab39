/** The brief as a form. */
import { memo, type ReactNode } from 'react';
import { AttributesSection } from './attributes-section.tsx';
import { useBriefDraft, useZone } from './brief-draft.tsx';
import styles from './brief-form.module.css';
import { ClaimsSection } from './claims-section.tsx';
import { CohortsSection } from './cohorts-section.tsx';
import { DateField } from './date-field.tsx';
import { textAt, valueAt } from './draft.ts';
import { ChoiceField, ListField, NumberField, ProseField, TextField, YesNoField } from './fields.tsx';
import { NamedField } from './named-field.tsx';
import { OfferFields } from './offer-fields.tsx';
import { SendFields } from './send-fields.tsx';

const messageTypes = [
  { value: 'promotional', label: 'Promotional' },
  { value: 'transactional', label: 'Transactional' },
  { value: 'apology', label: 'Apology' },
];
const markets = [
  { value: 'US', label: 'United States' },
  { value: 'CA', label: 'Canada' },
  { value: 'UK', label: 'United Kingdom' },
  { value: 'EU', label: 'European Union' },
];

/** `brands` are those a brief may be for. */
export function BriefForm(props: {
  readonly brands: readonly { readonly value: string; readonly label: string }[];
  readonly openCohort: number | null;
  readonly onOpenCohort: (index: number | null) => void;
}) {
  const { draft } = useBriefDraft();
  const zone = useZone();
  const isApology = textAt(draft, ['messageType']) === 'apology';
  return (
    <div className={styles.form}>
      <Section id="campaign" title="Campaign">
        <ChoiceField path={['brand']} label="Brand" choices={props.brands} isNeeded />
        <ChoiceField path={['messageType']} label="Kind of message" choices={messageTypes} isNeeded />
        <NamedField path={['campaign']} label="Name of the campaign" idHint="What your campaign tool calls it" />
        <TextField
          path={['externalId']}
          label="Name of this brief"
          hint="A campaign can have several; leave it out for one"
        />
      </Section>
      {(isApology || valueAt(draft, ['incident']) !== undefined) && (
        <Section id="incident" title="Incident">
          <TextField path={['incident', 'reference']} label="Reference" isNeeded />
          <DateField path={['incident', 'happenedAt']} label="Happened" hint={`Time in ${zone}`} isNeeded />
          <Wide>
            <ProseField path={['incident', 'what']} label="What went wrong" isNeeded />
          </Wide>
          <Wide>
            <ProseField path={['incident', 'remedy']} label="What the reader can do or gets now" isNeeded />
          </Wide>
        </Section>
      )}
      <Section id="message" title="Message">
        <Wide>
          <ProseField
            path={['goal']}
            label="Goal"
            hint="What the mail is for, in a sentence or two"
            rows={3}
            isNeeded
          />
        </Wide>
        <ChoiceField path={['market']} label="Market" choices={markets} isNeeded />
        <TextField path={['locale']} label="Language" hint="Such as en-US" isNeeded />
        <TextField path={['timeZone']} label="Time zone" list="time-zones" hint="Such as America/New_York" isNeeded />
        <TimeZones />
        <SendFields path={['send']} />
      </Section>
      <section className={styles.section} aria-labelledby="section-offer">
        <h2 id="section-offer">Offer</h2>
        <OfferFields path={['offer']} unsaid="Nothing said yet" />
      </section>
      <Section id="facts" title="What a line may speak of">
        <ListField path={['products']} label="Products" hint="One on a line" />
        <ListField path={['mustMention']} label="Words it must mention" hint="One on a line" />
        <TextField path={['landingPage', 'url']} label="Landing page" hint="With https://" />
        <TextField path={['landingPage', 'promises']} label="What is promised there" />
        <YesNoField path={['ageGate']} label="Is everyone on the list known to be old enough?" />
        <YesNoField path={['allowAccountData']} label="May a line print account values such as points?" />
      </Section>
      <ClaimsSection />
      <AttributesSection />
      <Section id="lines" title="Lines">
        <NumberField path={['needed']} label="Approved lines needed per cohort" placeholder="2" />
        <NumberField path={['candidatesPerCohort']} label="Drafts per cohort" placeholder="8" />
        <DateField path={['needBy']} label="Needed by" hint={`Time in ${zone}`} />
        <YesNoField path={['preheaders']} label="With preheaders?" isPlain />
      </Section>
      <CohortsSection open={props.openCohort} onOpen={props.onOpenCohort} />
    </div>
  );
}

/** Every zone the browser knows, made once. */
const TimeZones = memo(() => (
  <datalist id="time-zones">
    {Intl.supportedValuesOf('timeZone').map((name) => (
      <option key={name} value={name} />
    ))}
  </datalist>
));

function Section(props: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={`section-${props.id}`}>
      <h2 id={`section-${props.id}`}>{props.title}</h2>
      <div className={styles.grid}>{props.children}</div>
    </section>
  );
}

function Wide({ children }: { readonly children: ReactNode }) {
  return <div className={styles.wide}>{children}</div>;
}
