/** The dialect lines are copied in. */
import { NativeSelect } from '@mantine/core';
import { useDialects } from '../api/use-library.ts';
import { useAddressState } from '../navigation/use-address-state.ts';

/** The dialect chosen for copying, kept in the address; `null` for the one each line was written in. */
export function useCopyDialect() {
  const dialects = useDialects();
  const [id, choose] = useAddressState('dialect');
  return { dialects, chosen: dialects.find((dialect) => dialect.id === id) ?? null, choose };
}

/** Chooses it. */
export function DialectSelect({ dialects, chosen, choose }: ReturnType<typeof useCopyDialect>) {
  return (
    <NativeSelect
      label="Copy for"
      size="xs"
      value={chosen?.id ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: 'As written' },
        ...dialects.map((dialect) => ({ value: dialect.id, label: dialect.name })),
      ]}
    />
  );
}
