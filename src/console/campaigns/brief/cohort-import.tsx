/** Cohorts out of a spreadsheet, put behind those that are there. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Cohort } from '../../../domain/cohort.ts';
import { isProblem } from '../../api/api-error.ts';
import { call } from '../../api/call.ts';
import { endpoints } from '../../api/endpoints.ts';
import styles from './brief-form.module.css';

/** The file is read by the service, which tells mistakes by row and column; nothing is taken over then. */
export function CohortImport({ onCohorts }: { readonly onCohorts: (cohorts: readonly Cohort[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly detail: string; readonly mistakes: readonly string[] } | null>(
    null,
  );
  const take = async (file: File) => {
    setIsBusy(true);
    setFailure(null);
    try {
      onCohorts((await call(endpoints.readCohortTable, { csv: await file.text() })).cohorts);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure({
        detail: error.message,
        mistakes: error.mistakes.map(({ pointer, detail }) => `${pointer.replace(/^#\/rows\//, 'row ')}: ${detail}`),
      });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label="A CSV file of cohorts"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void take(file);
          // The same file may be chosen again once it is mended.
          event.currentTarget.value = '';
        }}
      />
      <Button variant="default" loading={isBusy} onClick={() => input.current?.click()}>
        Add cohorts from a CSV file
      </Button>
      {failure && (
        <div role="alert" className={styles.failure}>
          <p>Nothing was taken from the file. {failure.detail}</p>
          <ul>
            {failure.mistakes.slice(0, 20).map((mistake) => (
              <li key={mistake}>{mistake}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.quiet}>
        Columns: externalId, name, who; and why, size, basis, bought, nextKind, nextItems, nextBecause, needed, locale.
      </p>
    </>
  );
}
