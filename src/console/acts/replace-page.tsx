/** Replacing a word in the waiting lines of a campaign: every changed text is checked and shown before it is saved. */
import { Button, TextInput } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ReplacementView } from '../../http/contracts/line-acts-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useLineAct } from '../api/use-line-act.ts';
import { cohortPath, requestPath } from '../navigation/addresses.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { count } from '../words/counts.ts';
import styles from './acts.module.css';
import { type Outcome, ReplacementRow } from './replacement-row.tsx';
import { rewordTo } from './reword-to.ts';

type Words = { readonly find: string; readonly replacement: string };
type Found = Words & { readonly lines: readonly ReplacementView[]; readonly hasMore: boolean };

/** `params.id` is the request. */
export function ReplacePage({ session, params }: PageProps) {
  const id = params['id'] ?? '';
  const request = useQuery({
    queryKey: ['request', id],
    queryFn: ({ signal }) => call(endpoints.readRequest, { params: { id }, signal }),
  });
  useDocumentTitle('Replace a word · Linewright');
  const locale = 'und';
  const campaign = request.data?.campaign.name;
  const may = request.data ? session.mayDecide(request.data.brandId) : true;
  return (
    <Page width="text">
      <nav aria-label="Breadcrumb" className={styles.quiet}>
        <Link href={requestPath(id)}>{campaign ?? 'Campaign'}</Link>
      </nav>
      <h1>Replace a word</h1>
      {request.error && <FailureNotice error={request.error} onRetry={() => void request.refetch()} />}
      {may ? <Replacing requestId={id} locale={locale} /> : <p>Changing lines is for this brand's copywriters.</p>}
    </Page>
  );
}

function Replacing({ requestId, locale }: { readonly requestId: string; readonly locale: string }) {
  const [words, setWords] = useState<Words>({ find: '', replacement: '' });
  const [found, setFound] = useState<Found | null>(null);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [isSaving, setIsSaving] = useState(false);
  const announce = useAnnounce();
  const { isBusy, failure, run } = useLineAct();
  const look = async () => {
    const body = { find: words.find.trim(), replacement: words.replacement.trim() };
    if (body.find === '') return;
    const answer = await run(() => call(endpoints.previewReplacement, { params: { id: requestId }, body }));
    if (!answer) return;
    setOutcomes(new Map());
    setFound({ ...body, lines: answer.data, hasMore: answer.hasMore });
    announce(`${count(answer.data.length, 'line')} would change. Nothing is saved yet.`);
  };
  const passing =
    found?.lines.filter(({ item, verdict }) => verdict.verdict !== 'block' && !outcomes.has(item.id)) ?? [];
  const save = async () => {
    if (!found) return;
    setIsSaving(true);
    const done = new Map(outcomes);
    for (const line of passing) {
      done.set(line.item.id, await rewordTo(line, `“${found.find}” becomes “${found.replacement}”`));
      setOutcomes(new Map(done));
    }
    setIsSaving(false);
    const saved = [...done.values()].filter(({ isDone }) => isDone).length;
    const left = done.size - saved;
    announce(`${count(saved, 'line')} changed${left > 0 ? `, ${left} not` : ''}. They wait for a decision.`);
  };
  return (
    <>
      <p className={styles.quiet}>
        Whole words in lines that wait, whatever their case. Changed lines wait for a decision again, in the place of
        the old ones. Lines that are approved are not touched: recall one to change it.
      </p>
      <form
        className={styles.words}
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <TextInput
          label="Find"
          required
          maxLength={100}
          value={words.find}
          onChange={(event) => setWords({ ...words, find: event.currentTarget.value })}
        />
        <TextInput
          label="Put in its place"
          maxLength={200}
          value={words.replacement}
          onChange={(event) => setWords({ ...words, replacement: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={isBusy}>
          Show what would change
        </Button>
      </form>
      {failure && <FailureNotice error={failure} onRetry={() => void look()} />}
      {found && (
        <>
          <h2>{found.lines.length === 0 ? 'No line that waits holds this word' : heading(found)}</h2>
          <ul className={styles.rows} aria-label="Changed lines">
            {found.lines.map((line) => (
              <ReplacementRow
                key={line.item.id}
                line={line}
                locale={locale}
                cohortHref={cohortPath(line.item.cohortId)}
                outcome={outcomes.get(line.item.id) ?? null}
              />
            ))}
          </ul>
          {passing.length > 0 && (
            <div className={styles.buttons}>
              <Button onClick={() => void save()} loading={isSaving}>
                Change {count(passing.length, 'line')}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function heading({ lines, hasMore }: Found): string {
  const blocked = lines.filter(({ verdict }) => verdict.verdict === 'block').length;
  const would = `${count(lines.length, 'line')}${hasMore ? ' of more' : ''} would change`;
  return blocked === 0 ? would : `${would}, ${blocked} of them blocked by the policy and left as they are`;
}
