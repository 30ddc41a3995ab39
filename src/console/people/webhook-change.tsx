/** Changing where an address lies and what it is told of. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { WebhookEndpoint } from '../../domain/webhook.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { mistakeAt, useAct } from '../api/use-act.ts';
import styles from './admin.module.css';
import { TypeChoices, type WebhookTypes } from './type-choices.tsx';

/** Where somebody else was faster, what they saved is read and what is typed here stays, to be saved knowingly. */
export function WebhookChange(props: {
  readonly webhook: WebhookEndpoint;
  readonly onSaved: () => Promise<unknown>;
  readonly onStale: () => Promise<unknown>;
  readonly onBack: () => void;
}) {
  const { id, version } = props.webhook;
  const act = useAct();
  const [url, setUrl] = useState(props.webhook.url);
  const [types, setTypes] = useState<WebhookTypes>(props.webhook.types);
  const isSame = url.trim() === props.webhook.url && String(types) === String(props.webhook.types);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    await act.run('change', async () => {
      await call(endpoints.changeWebhook, {
        params: { id },
        body: { url: url.trim(), types: types && [...types] },
        ifMatch: version,
      }).catch(async (error: unknown) => {
        if (isProblem(error, 'precondition-failed')) await props.onStale();
        throw error;
      });
      await props.onSaved();
      return 'The webhook is changed. The next message goes by it.';
    });
  };
  return (
    <form
      className={styles.card}
      aria-label={`Change the webhook ${props.webhook.url}`}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <TextInput
        label="Address"
        type="url"
        autoFocus
        value={url}
        error={mistakeAt(act.failure, '#/url')}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TypeChoices value={types} onChange={setTypes} />
      {act.failure && act.failure.mistakes.length === 0 && (
        <p role="alert" className={styles.failure}>
          {act.failure.code === 'precondition-failed'
            ? 'Somebody else changed it meanwhile. What they saved stands above; save again to put yours in its place.'
            : act.failure.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          size="xs"
          loading={act.busy !== null}
          disabled={isSame || url.trim() === '' || types?.length === 0}
        >
          Save
        </Button>
        <Button size="xs" variant="default" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
