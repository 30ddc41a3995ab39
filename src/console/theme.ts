/** Mantine in the console's colours. Nothing here decides what a colour means; app.css does. */
import { createTheme } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  colors: {
    pine: [
      '#eef6f4',
      '#dcebe8',
      '#b7d8d2',
      '#84d3c6',
      '#5fb3a7',
      '#3f958a',
      '#2b756d',
      '#1f5c57',
      '#184a46',
      '#103532',
    ],
    dark: [
      '#ebeeec',
      '#c5ccc9',
      '#a8b1ad',
      '#7b8582',
      '#3d4442',
      '#303634',
      '#232827',
      '#1b1f1e',
      '#151918',
      '#121514',
    ],
  },
});
