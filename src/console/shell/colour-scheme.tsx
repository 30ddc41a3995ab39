/** Light, dark, or as the machine has it. */
import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';

const schemes = [
  { value: 'auto', label: 'Auto' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies readonly { value: MantineColorScheme; label: string }[];

/** The choice, kept in this browser. */
export function ColourScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      aria-label="Colour scheme"
      size="xs"
      w={84}
      value={colorScheme}
      data={[...schemes]}
      onChange={(event) => {
        const chosen = schemes.find(({ value }) => value === event.currentTarget.value);
        if (chosen) setColorScheme(chosen.value);
      }}
    />
  );
}
