/** Writing a new brief. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { isProblem } from '../../api/api-error.ts';
import { useBrands } from '../../api/use-brands.ts';
import { useBrief, useSending } from '../../api/use-brief.ts';
import type { Session } from '../../api/use-session.ts';
import { campaignsPath, requestPath } from '../../navigation/addresses.ts';
import type { PageProps } from '../../navigation/page-props.ts';
import { useAddressState } from '../../navigation/use-address-state.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { plannedBrands } from '../may-plan.ts';
import styles from './brief-editor.module.css';
import { BriefEditor, checkHeadingId } from './brief-editor.tsx';
import { type Draft, draftOf } from './draft.ts';
import { dropBrief } from './kept-brief.ts';
import { NotYours } from './not-yours.tsx';
import { useEditor } from './use-editor.ts';

/** `?like=` names a brief to begin from. */
export function NewBriefPage({ session }: PageProps) {
  useDocumentTitle('New campaign · Linewright');
  const [like] = useAddressState('like');
  const [brand] = useAddressState('brand');
  const { revision, failure, retry } = useBrief(like);
  const planned = plannedBrands(session);
  if (planned.length === 0) return <NotYours title="New campaign" />;
  if (like !== null && !revision)
    return (
      <Page>
        <h1>New campaign</h1>
        {failure ? (
          <FailureNotice error={failure} onRetry={retry} />
        ) : (
          <Skeleton height={300} aria-label="Loading the brief" />
        )}
      </Page>
    );
  const [first = ''] = planned;
  const begun = revision
    ? likeOf(draftOf(revision.brief))
    : blank(brand !== null && planned.includes(brand) ? brand : first);
  return <NewBrief session={session} name={like === null ? 'new' : `like ${like}`} begun={begun} />;
}

function NewBrief(props: { readonly session: Session; readonly name: string; readonly begun: Draft }) {
  const [initial] = useState(props.begun);
  const editor = useEditor({ name: props.name, base: 0, initial, isFixed: () => false, isNew: true });
  const planned = plannedBrands(props.session);
  const brands = useBrands().filter(({ id }) => planned.includes(id));
  const { create } = useSending();
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // The same brief sent again is the same request, so that a lost answer makes no second campaign.
  const sent = useRef({ body: '', key: '' });
  const isComplete = editor.checked.isFresh && editor.mistakes.length === 0;

  const send = async () => {
    setFailure(null);
    editor.showAll();
    if (!editor.isReadable || (editor.checked.isFresh && !isComplete)) {
      document.getElementById(checkHeadingId)?.focus();
      return;
    }
    const body = JSON.stringify(editor.draft);
    if (sent.current.body !== body) sent.current = { body, key: newKey() };
    setIsBusy(true);
    try {
      const request = await create(editor.draft, sent.current.key);
      dropBrief(props.name);
      announce('Sent. Its cohorts are being drafted.');
      navigate(requestPath(request.id));
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(error.message);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <BriefEditor
      title="New campaign"
      editor={editor}
      brands={brands.map(({ id, name }) => ({ value: id, label: name }))}
      isNew
      above={
        <nav aria-label="Breadcrumb" className={styles.above}>
          <Link href={campaignsPath}>Campaigns</Link>
        </nav>
      }
      notices={
        editor.wasKept && (
          <p className={styles.trouble}>
            This is the brief you began earlier.{' '}
            <Button size="compact-sm" variant="subtle" onClick={() => editor.rebase(0, initial, initial)}>
              Begin anew
            </Button>
          </p>
        )
      }
      effects={null}
      onSend={() => void send()}
      acts={
        <>
          <Button onClick={() => void send()} loading={isBusy}>
            Send the brief
          </Button>
          {failure && (
            <p role="alert" className={styles.failure}>
              Not sent, and nothing is lost. {failure}
            </p>
          )}
        </>
      }
    />
  );
}

/** What nearly every brief says; the rest is for the person. */
function blank(brand: string): Draft {
  return {
    brand,
    campaign: {},
    messageType: 'promotional',
    market: 'US',
    locale: 'en-US',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    cohorts: [{}],
    candidatesPerCohort: 8,
    needed: 2,
  };
}

/** Another brief of the same campaign, which needs a name of its own. */
function likeOf(brief: Draft): Draft {
  const { externalId: _, ...rest } = brief;
  return rest;
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
