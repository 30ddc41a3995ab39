/** Downloads the lines that fit as a CSV file. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { isProblem } from '../api/api-error.ts';
import { libraryCsv } from '../api/library-csv.ts';
import type { LibraryQuery } from '../api/use-library.ts';
import { saveFile } from '../api/whole-csv.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import styles from './library.module.css';

/** All of them, not only those on the screen. */
export function CsvButton({ query }: { readonly query: LibraryQuery }) {
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      saveFile(await libraryCsv(query), 'library.csv');
      announce('library.csv holds every line that fits the filters.');
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(error.message);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <Button size="xs" variant="default" loading={isBusy} onClick={() => void download()}>
        Download CSV
      </Button>
      {failure !== null && (
        <p role="alert" className={styles.refused}>
          {failure}
        </p>
      )}
    </>
  );
}
