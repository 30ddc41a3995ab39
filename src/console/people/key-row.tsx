/** One key: its first characters, what it is good for, when it was used, when it ends. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { KeyView } from '../../http/contracts/key-routes.ts';
import { agoInWords } from '../words/ago.ts';
import { dayHere } from '../words/dates.ts';
import styles from './admin.module.css';

/** Revoking asks once more, for a tool stops at once. Keys that are over stay in the list, for whoever looks for what was used. `children` stand under it. */
export function KeyRow(props: {
  readonly apiKey: KeyView;
  readonly nameOf: (brandId: string) => string;
  readonly isReplacing: boolean;
  readonly children: ReactNode;
  readonly isBusy: boolean;
  readonly onReplace: () => void;
  readonly onRevoke: () => void;
}) {
  const { apiKey } = props;
  const [isRevoking, setIsRevoking] = useState(false);
  const { hint, state, scopes, brands, lastUsedAt, expiresAt, revokedAt, replacedBy } = apiKey;
  return (
    <li className={styles.row} aria-label={`Key ${hint}`}>
      <div>
        <p className={styles.name}>
          <code>{hint}…</code>
        </p>
        <p className={styles.quiet}>{scopes.join(', ')}</p>
        <p className={styles.quiet}>
          {brands === null ? 'Every brand of the tool' : `Only ${brands.map(props.nameOf).join(', ')}`}
        </p>
      </div>
      <div>
        <p className={styles.state} data-tone={state === 'active' ? 'good' : 'bad'}>
          {state === 'active' ? 'Works' : state === 'expired' ? 'Expired' : 'Revoked'}
          {replacedBy !== null && ', replaced'}
        </p>
        <p className={styles.quiet}>
          {lastUsedAt === null ? 'Never used' : `Last used ${agoInWords(lastUsedAt)}`}
          {' · '}
          {revokedAt === null
            ? `${state === 'active' ? 'ends' : 'ended'} ${dayHere(expiresAt)}`
            : `revoked ${dayHere(revokedAt)}`}
        </p>
      </div>
      {state === 'active' && (
        <div className={styles.actions}>
          {replacedBy === null && (
            <Button
              size="xs"
              variant="default"
              aria-label={`Replace key ${hint}`}
              aria-expanded={props.isReplacing}
              onClick={props.onReplace}
            >
              Replace
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            {...(isRevoking ? {} : { 'aria-label': `Revoke key ${hint}` })}
            loading={props.isBusy}
            onClick={() => (isRevoking ? props.onRevoke() : setIsRevoking(true))}
          >
            {isRevoking ? 'End it now, for good' : 'Revoke'}
          </Button>
          {isRevoking && (
            <Button size="xs" variant="default" onClick={() => setIsRevoking(false)}>
              Keep it
            </Button>
          )}
        </div>
      )}
      {props.children && <div className={styles.wide}>{props.children}</div>}
    </li>
  );
}
