/** Adding an address that is told. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { mistakeAt, useAct } from '../api/use-act.ts';
import styles from './admin.module.css';
import { TypeChoices, type WebhookTypes } from './type-choices.tsx';

/** `onAdded` gets the secret, which is shown once. */
export function WebhookForm(props: {
  readonly brands: readonly BrandView[];
  readonly onAdded: (secret: string) => Promise<void>;
  readonly onBack: () => void;
}) {
  const act = useAct();
  const [brand, setBrand] = useState(props.brands[0]?.id ?? '');
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState<WebhookTypes>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    await act.run('add', async () => {
      const { secret } = await call(endpoints.addWebhook, {
        body: { brand, url: url.trim(), types: types && [...types] },
      });
      await props.onAdded(secret);
      return 'The address is added. It is told of what happens from now on.';
    });
  };
  return (
    <form className={styles.card} aria-label="Add an address" noValidate onSubmit={(event) => void add(event)}>
      <h2>Add an address</h2>
      <div className={styles.fields}>
        <NativeSelect
          label="Brand"
          value={brand}
          onChange={(event) => setBrand(event.currentTarget.value)}
          data={props.brands.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput
          label="Address"
          type="url"
          placeholder="https://"
          value={url}
          error={mistakeAt(act.failure, '#/url')}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      </div>
      <TypeChoices value={types} onChange={setTypes} />
      {act.failure && act.failure.mistakes.length === 0 && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" loading={act.busy !== null} disabled={url.trim() === '' || types?.length === 0}>
          Add
        </Button>
        <Button variant="default" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
