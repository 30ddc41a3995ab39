/** What stands around every page: the bar at the top, the keys that lead from page to page. */
import type { ReactNode } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Session } from '../api/use-session.ts';
import { useKeyboard, useShortcuts } from '../keyboard/keyboard.tsx';
import { placesFor } from '../navigation/places.ts';
import { TourBar } from '../tour/tour-bar.tsx';
import { Header } from './header.tsx';

/** The frame; a page is its child. */
export function Frame({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const { openHelp } = useKeyboard();
  const places = placesFor(session);
  useShortcuts({
    '?': openHelp,
    ...Object.fromEntries(places.map(({ key, path }) => [`g ${key}`, () => navigate(path)])),
  });
  return (
    <>
      <Header session={session} places={places} />
      <TourBar />
      {children}
    </>
  );
}
