/** Setting or changing one's password. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AccountView } from '../../http/contracts/account-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { mistakeAt, useAct } from '../api/use-act.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './admin.module.css';

/** What is typed stays on every failure. The server says how long a password must be. */
export function PasswordForm(props: { readonly account: AccountView; readonly onSaved: () => Promise<void> }) {
  const { passwordSetAt, needsCurrentPassword, email } = props.account;
  const act = useAct();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setIsShown] = useState(false);
  const type = isShown ? 'text' : 'password';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    await act.run('password', async () => {
      await call(endpoints.setPassword, { body: { password, ...(needsCurrentPassword ? { current } : {}) } });
      setCurrent('');
      setPassword('');
      await props.onSaved();
      return 'Your password is saved. You are signed out everywhere else.';
    });
  };
  return (
    <form className={styles.card} aria-label="Password" noValidate onSubmit={(event) => void save(event)}>
      <h2>Password</h2>
      <p className={styles.quiet}>
        {passwordSetAt === null
          ? 'You have none yet: you sign in by links. With a password you can sign in by yourself.'
          : `Set ${dayAndTime(passwordSetAt)}. Changing it signs you out everywhere else.`}{' '}
        Twelve characters or more; several words are easy to remember.
      </p>
      <div className={`${styles.fields} ${styles.narrow}`}>
        <input type="text" hidden readOnly autoComplete="username" value={email} />
        {needsCurrentPassword && (
          <TextInput
            label="Current password"
            type={type}
            autoComplete="current-password"
            value={current}
            error={mistakeAt(act.failure, '#/current')}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="New password"
          type={type}
          autoComplete="new-password"
          value={password}
          error={mistakeAt(act.failure, '#/password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <label className={styles.choice}>
          <input type="checkbox" checked={isShown} onChange={() => setIsShown(!isShown)} />
          Show what is typed
        </label>
      </div>
      {act.failure && act.failure.mistakes.length === 0 && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" loading={act.busy !== null} disabled={password === ''}>
          {passwordSetAt === null ? 'Set password' : 'Change password'}
        </Button>
      </div>
    </form>
  );
}
