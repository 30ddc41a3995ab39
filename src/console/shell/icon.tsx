/** The few signs of the console, drawn in the colour of their text. Always beside a word, so always hidden from readers. */

const paths = {
  block: 'M5.300 1.500h5.400l3.800 3.800v5.400l-3.800 3.800H5.300l-3.800-3.800V5.300zM5.500 5.500l5 5M10.500 5.500l-5 5',
  warn: 'M8 1.800 15 14H1zM8 6.200v3.600M8 11.900v.1',
  info: 'M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM8 7.200v4M8 4.700v.1',
  check: 'm2.500 8.500 3.500 3.500 7.500-8',
  cross: 'm3.500 3.500 9 9M12.500 3.500l-9 9',
  pencil: 'm10.500 2.500 3 3-8 8-3.700.700.700-3.700zM9 4l3 3',
  skip: 'M3 3.500 9.500 8 3 12.500zM12.500 3.500v9',
  hand: 'M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM8 4.500V8l2.500 1.500',
  pen: 'M2 14l1-4 8-8 3 3-8 8zM2 14h12',
} as const;

/** A sign of the set. */
export type IconName = keyof typeof paths;

/** Draws one sign at the size of the text around it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
