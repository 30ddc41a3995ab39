/** The settings of a rule in words, each with where it was written. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PolicySetting } from '../../domain/policy-page.ts';
import { originWords, valueWords } from '../words/settings.ts';
import styles from './brands.module.css';

/** Long lists begin with this many. */
const shownAtFirst = 12;

/** Settings by name. */
export function RuleSettings({ settings }: { readonly settings: readonly PolicySetting[] }) {
  return (
    <dl className={styles.settings}>
      {settings.map((setting) => (
        <div key={setting.setting}>
          <dt>
            <code>{setting.setting}</code>
          </dt>
          <dd>
            {setting.entries ? (
              <Entries entries={setting.entries} from={setting.from} />
            ) : (
              <>
                {valueWords(setting.value ?? 'null')} <Origin of={setting.from} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where all of them were written in one place, that is said once. */
function Entries(props: {
  readonly entries: NonNullable<PolicySetting['entries']>;
  readonly from: PolicySetting['from'];
}) {
  const { entries } = props;
  const [areAllShown, setAreAllShown] = useState(false);
  const shown = areAllShown ? entries : entries.slice(0, shownAtFirst);
  const places = new Set(entries.map(({ from }) => originWords(from)));
  if (entries.length === 0) return 'none';
  return (
    <>
      <ul className={styles.entries}>
        {shown.map(({ value, from }) => (
          <li key={value}>
            {valueWords(value)} {places.size > 1 && <Origin of={from} />}
          </li>
        ))}
      </ul>
      {places.size === 1 && <Origin of={entries[0]?.from ?? props.from} />}
      {shown.length < entries.length && (
        <Button size="compact-xs" variant="default" onClick={() => setAreAllShown(true)}>
          Show all {entries.length}
        </Button>
      )}
    </>
  );
}

function Origin({ of }: { readonly of: PolicySetting['from'] }) {
  const words = originWords(of);
  return words && <span className={styles.origin}>{words}</span>;
}
