/** The cohorts of the brief: one is open at a time, the others are rows. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAnnounce } from '../../shell/announcer.tsx';
import { Icon } from '../../shell/icon.tsx';
import { count } from '../../words/counts.ts';
import { useBriefDraft, useField } from './brief-draft.tsx';
import styles from './brief-form.module.css';
import { CohortFields } from './cohort-fields.tsx';
import { CohortImport } from './cohort-import.tsx';
import { draftOf, isMembers, type Json, listAt, textAt } from './draft.ts';
import { fieldId, isWithin } from './places.ts';

const perPage = 50;

/** `open` is the index of the open one. */
export function CohortsSection(props: {
  readonly open: number | null;
  readonly onOpen: (index: number | null) => void;
}) {
  const { draft, change, mistakes, isShown } = useBriefDraft();
  const { id, error } = useField(['cohorts']);
  const announce = useAnnounce();
  const [shown, setShown] = useState(perPage);
  const cohorts = listAt(draft, ['cohorts']);
  const put = (next: readonly Json[], said: string, open: number | null) => {
    change([['cohorts'], next]);
    props.onOpen(open);
    announce(said);
  };
  const add = (more: readonly Json[], said: string) => {
    setShown(Math.max(shown, cohorts.length + Math.min(more.length, perPage)));
    put([...cohorts, ...more], said, more.length === 1 ? cohorts.length : null);
  };
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    const open = props.open === index ? to : props.open === to ? index : props.open;
    put(moved(cohorts, index, by), `${nameAt(index)} is now at place ${to + 1}.`, open);
    focusSoon(actId(by === 1 ? 'Down' : 'Up', to), actId(by === 1 ? 'Up' : 'Down', to));
  };
  const nameAt = (index: number) => textAt(draft, ['cohorts', index, 'name']) || `cohort ${index + 1}`;
  return (
    <section className={styles.section} aria-labelledby="cohorts-of-brief" id={id} tabIndex={-1}>
      <h2 id="cohorts-of-brief">Cohorts ({cohorts.length})</h2>
      {cohorts.length === 0 && error && <p className={styles.error}>{error}</p>}
      <ol className={styles.cohorts}>
        {cohorts.slice(0, Math.max(shown, (props.open ?? 0) + 1)).map((cohort, index) => {
          const path = ['cohorts', index];
          const wrong = mistakes.filter((mistake) => isWithin(mistake.path, path) && isShown(mistake.path)).length;
          const isOpen = props.open === index;
          const name = nameAt(index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cohort has nothing of its own that never changes.
            <li key={index} className={styles.cohort}>
              <div className={styles.cohortHead}>
                <button
                  type="button"
                  className={styles.opener}
                  aria-expanded={isOpen}
                  onClick={() => props.onOpen(isOpen ? null : index)}
                >
                  <bdi>{name}</bdi>
                  <span className={styles.quiet}>{summaryOf(cohort)}</span>
                  {wrong > 0 && (
                    <span className={styles.error}>
                      <Icon name="block" /> {count(wrong, 'mistake')}
                    </span>
                  )}
                </button>
                <div className={styles.acts}>
                  <Act label="Up" of={name} index={index} isOff={index === 0} onClick={() => move(index, -1)} />
                  <Act
                    label="Down"
                    of={name}
                    index={index}
                    isOff={index === cohorts.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <Act
                    label="Copy"
                    of={name}
                    index={index}
                    onClick={() => {
                      put(cohorts.toSpliced(index + 1, 0, copied(cohort)), `${name} copied.`, index + 1);
                      focusSoon(fieldId(['cohorts', index + 1, 'name']));
                    }}
                  />
                  <Act
                    label="Remove"
                    of={name}
                    index={index}
                    onClick={() => {
                      put(cohorts.toSpliced(index, 1), `${name} removed.`, null);
                      focusSoon(id);
                    }}
                  />
                </div>
              </div>
              {isOpen && <CohortFields path={path} />}
            </li>
          );
        })}
      </ol>
      {cohorts.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + perPage)}>
          Show {Math.min(perPage, cohorts.length - shown)} more
        </Button>
      )}
      <div className={styles.acts}>
        <Button
          variant="default"
          onClick={() => {
            add([{}], 'A cohort was added.');
            focusSoon(fieldId(['cohorts', cohorts.length, 'name']));
          }}
        >
          Add a cohort
        </Button>
        <CohortImport
          onCohorts={(more) => add(more.map(draftOf), `${count(more.length, 'cohort')} added from the file.`)}
        />
      </div>
    </section>
  );
}

function Act(props: {
  readonly label: string;
  readonly of: string;
  readonly index: number;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <Button
      id={actId(props.label, props.index)}
      size="compact-sm"
      variant="subtle"
      disabled={props.isOff === true}
      aria-label={`${props.label}: ${props.of}`}
      onClick={props.onClick}
    >
      {props.label}
    </Button>
  );
}

function actId(label: string, index: number): string {
  return `${label}-cohort-${index}`;
}

/** To the first of these that can take focus, once it is there. */
function focusSoon(...ids: readonly string[]): void {
  setTimeout(() => {
    const found = ids.map((id) => document.getElementById(id));
    found.find((each) => each !== null && !each.hasAttribute('disabled'))?.focus();
  }, 0);
}

function summaryOf(cohort: Json): string {
  if (!isMembers(cohort)) return '';
  const { size, offer } = cohort;
  const own = offer === null ? 'no offer' : offer === undefined ? '' : 'own offer';
  return [typeof size === 'number' ? count(size, 'reader') : '', own].filter((part) => part !== '').join(' · ');
}

function moved(cohorts: readonly Json[], index: number, by: 1 | -1): readonly Json[] {
  const cohort = cohorts[index];
  return cohort === undefined ? cohorts : cohorts.toSpliced(index, 1).toSpliced(index + by, 0, cohort);
}

/** The same with another name and id, which no two cohorts share. */
function copied(cohort: Json): Json {
  if (!isMembers(cohort)) return cohort;
  const { name, externalId } = cohort;
  return {
    ...cohort,
    ...(typeof name === 'string' ? { name: `${name} (copy)` } : {}),
    ...(typeof externalId === 'string' ? { externalId: `${externalId}-copy` } : {}),
  };
}
