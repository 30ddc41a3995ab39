/** Trying any text out against the policy. What is typed is checked as one types, and stored nowhere. */
import { NativeSelect, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Finding } from '../../domain/finding.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useBrandCampaigns, useCampaignBriefs } from '../api/use-brand-briefs.ts';
import { useTypedCheck } from '../api/use-text-check.ts';
import { InboxPreview } from '../line/preview/inbox-preview.tsx';
import { TextFindings } from '../line/text-findings.tsx';
import { withSuggestion } from '../line/with-suggestion.ts';
import styles from './brands.module.css';
import { VoiceTraits } from './voice-traits.tsx';

type Purpose = { readonly brief: string; readonly cohort: string | null };

/** The place to try. */
export function Playground({ brandId, locale }: { readonly brandId: string; readonly locale: string }) {
  const [draft, setDraft] = useState({ text: '', preheader: '' });
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const typed = { text: draft.text, preheader: draft.preheader === '' ? null : draft.preheader };
  const of = JSON.stringify([brandId, purpose]);
  const check = useTypedCheck(of, typed, (body, signal) =>
    call(endpoints.tryText, {
      params: { id: brandId },
      body: { ...body, brief: purpose?.brief ?? null, cohort: purpose?.cohort ?? null },
      signal,
    }),
  );
  const isEmpty = typed.text === '' && typed.preheader === null;
  const taking = ({ suggestion, field }: Finding) =>
    suggestion && check.isCurrent
      ? () => {
          const { text, preheader } = withSuggestion(typed, suggestion, field);
          setDraft({ text, preheader: preheader ?? '' });
        }
      : null;
  // As in the editor of the queue: Alt and its number take a suggestion.
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    if (digit === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const finding = check.answer?.check.findings[Number(digit) - 1];
    if (finding) taking(finding)?.();
  };
  const input = {
    lang: locale,
    dir: 'auto',
    spellCheck: true,
    autosize: true,
    minRows: 1,
    maxLength: 2000,
    onKeyDown,
  } as const;
  return (
    <div className={styles.playground}>
      <section className={styles.section} aria-labelledby="try">
        <h2 id="try">Try a line</h2>
        <p className={styles.quiet}>
          Checked by the policy in force as you type. Nothing is stored, and nobody sees it.
        </p>
        <Textarea
          {...input}
          label="Subject line"
          size="md"
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        />
        <Textarea
          {...input}
          label="Preheader, if you like"
          value={draft.preheader}
          onChange={(event) => setDraft({ ...draft, preheader: event.currentTarget.value })}
        />
        <PurposeFields brandId={brandId} onChoose={setPurpose} />
        {!isEmpty && (
          <TextFindings check={check} refused={null} draft={typed} original={typed} locale={locale} taking={taking} />
        )}
      </section>
      {!isEmpty && check.answer && (
        <div className={styles.beside} data-old={!check.isCurrent || undefined}>
          <section className={styles.section} aria-labelledby="sound">
            <h2 id="sound">Voice: {check.answer.check.voice.score} of 100</h2>
            {check.answer.check.voice.usual && (
              <p className={styles.quiet}>
                Eight in ten of the brand’s own lines lie between {check.answer.check.voice.usual.from} and{' '}
                {check.answer.check.voice.usual.to}. The voice changes no verdict.
              </p>
            )}
            {check.answer.check.voice.note && <p className={styles.quiet}>{check.answer.check.voice.note}</p>}
            <VoiceTraits voice={check.answer.check.voice} />
          </section>
          <div className={`${styles.section} ${styles.inbox}`}>
            <InboxPreview check={check.answer.check} locale={locale} note={null} />
          </div>
        </div>
      )}
    </div>
  );
}

/** A brief gives the facts; a cohort also the lines its readers saw. */
function PurposeFields(props: { readonly brandId: string; readonly onChoose: (purpose: Purpose | null) => void }) {
  const { brandId, onChoose } = props;
  const campaigns = useBrandCampaigns(brandId);
  const [campaign, setCampaign] = useState<string | null>(null);
  const [chosen, setChosen] = useState('');
  const briefs = useCampaignBriefs(brandId, campaign);
  const options = briefs.flatMap(({ id, goal, cohorts }) => [
    { value: JSON.stringify({ brief: id, cohort: null }), label: `No cohort: ${goal}`.slice(0, 90) },
    ...cohorts.map((cohort) => ({ value: JSON.stringify({ brief: id, cohort }), label: cohort })),
  ]);
  const choose = (value: string) => {
    setChosen(value);
    onChoose(value === '' ? null : JSON.parse(value));
  };
  return (
    <div className={styles.purpose}>
      <NativeSelect
        label="For a campaign"
        size="xs"
        value={campaign ?? ''}
        data={[
          { value: '', label: 'None: no facts are known' },
          ...campaigns.map(({ externalId, name }) => ({ value: externalId, label: name })),
        ]}
        onChange={(event) => {
          setCampaign(event.currentTarget.value || null);
          choose('');
        }}
      />
      {campaign !== null && (
        <NativeSelect
          label="Brief and cohort"
          size="xs"
          value={chosen}
          data={[{ value: '', label: 'Choose one' }, ...options]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
