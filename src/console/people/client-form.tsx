/** Letting a campaign tool in. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { mistakeAt, useAct } from '../api/use-act.ts';
import styles from './admin.module.css';

/** A tool of these brands, or its double for sandboxes. */
export function ClientForm(props: {
  readonly brands: readonly BrandView[];
  readonly onAdded: () => Promise<void>;
  readonly onBack: () => void;
}) {
  const act = useAct();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(props.brands.length === 1 ? [props.brands[0]?.id ?? ''] : []);
  const [isSandbox, setIsSandbox] = useState(false);
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    await act.run('add', async () => {
      const client = await call(endpoints.createClient, {
        body: { name: name.trim(), brands: [...chosen], sandbox: isSandbox },
      });
      await props.onAdded();
      return `${client.name} is let in. Make a key for it now.`;
    });
  };
  return (
    <form className={styles.card} aria-label="Add a tool" noValidate onSubmit={(event) => void add(event)}>
      <h2>Add a tool</h2>
      <div className={styles.narrow}>
        <TextInput
          label="Name"
          autoFocus
          autoComplete="off"
          value={name}
          error={mistakeAt(act.failure, '#/name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <fieldset className={styles.choices}>
        <legend>Brands</legend>
        {props.brands.map((brand) => (
          <label key={brand.id} className={styles.choice}>
            <input type="checkbox" checked={chosen.includes(brand.id)} onChange={() => toggle(brand.id)} />
            <bdi>{brand.name}</bdi>
          </label>
        ))}
      </fieldset>
      <label className={styles.choice}>
        <input type="checkbox" checked={isSandbox} onChange={() => setIsSandbox(!isSandbox)} />
        <span>
          For sandboxes only <span className={styles.quiet}>its lines are simulated, and nothing in it is real</span>
        </span>
      </label>
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" loading={act.busy !== null} disabled={name.trim() === '' || chosen.length === 0}>
          Add
        </Button>
        <Button variant="default" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
