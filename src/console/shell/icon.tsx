/** The few signs of the console, drawn in the colour of their text. Always beside a word, so always hidden from readers. */

const paths = {
  block: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5.5 5.5l5 5M10.5 5.5l-5 5',
  warn: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.9v.1',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 7.2v4M8 4.7v.1',
  check: 'm2.5 8.5 3.5 3.5 7.5-8',
  cross: 'm3.5 3.5 9 9M12.5 3.5l-9 9',
  pencil: 'm10.5 2.5 3 3-8 8-3.7.7.7-3.7zM9 4l3 3',
  skip: 'M3 3.5 9.5 8 3 12.5zM12.5 3.5v9',
  hand: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 4.5V8l2.5 1.5',
  back: 'M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7',
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
