/** Signing in with e-mail address and password. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import styles from './password-sign-in.module.css';

/** What was typed stays where it is wrong. Once it is right the page shows what the address names. */
export function PasswordSignIn() {
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => call(endpoints.startPasswordSession, { body: { email: email.trim(), password } }),
    onSuccess: (me) => {
      // What the page knew was another person's, perhaps.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      queries.setQueryData(['me'], me);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() !== '' && password !== '') mutate();
  };
  return (
    <form className={styles.form} aria-label="Sign in with a password" noValidate onSubmit={submit}>
      <TextInput
        label="E-mail address"
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {error && (
        <p role="alert" className={styles.failure}>
          {error.message}
        </p>
      )}
      <Button type="submit" loading={isPending}>
        Sign in
      </Button>
    </form>
  );
}
