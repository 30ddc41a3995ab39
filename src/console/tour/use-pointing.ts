/** Points at the thing a step of the tour is about, as soon as it is on the page and for as long as it is. */
import { useEffect, useRef } from 'react';

const focusable = 'a[href], button:not(:disabled), input, select, textarea, [tabindex="0"]';

/**
 * Outlines the first target that is there, brings it into view, and says by `describedBy` what it is. Gives back what
 * moves the focus to it, at once or as soon as it comes.
 */
export function usePointing(targets: readonly string[], describedBy: string): () => void {
  const wanted = useRef(false);
  const named = targets.join(' ');
  useEffect(() => {
    let shown: Element | null = null;
    const point = (): void => {
      const found = targetOf(named.split(' '));
      if (found !== shown) {
        if (shown) unmark(shown, describedBy);
        shown = found;
        if (found) {
          mark(found, describedBy);
          found.scrollIntoView({ block: 'center' });
        }
      }
      if (found && wanted.current) {
        wanted.current = false;
        focusIn(found);
      }
    };
    point();
    // Pages load what they show, and put other things in its place.
    const watching = new MutationObserver(point);
    watching.observe(document.body, { childList: true, subtree: true });
    return () => {
      watching.disconnect();
      if (shown) unmark(shown, describedBy);
    };
  }, [named, describedBy]);
  return () => {
    const found = targetOf(targets);
    if (found) focusIn(found);
    else wanted.current = true;
  };
}

function targetOf(targets: readonly string[]): Element | null {
  for (const target of targets) {
    const found = document.querySelector(`main [data-tour="${target}"]`);
    if (found) return found;
  }
  return null;
}

function mark(element: Element, describedBy: string): void {
  element.setAttribute('data-tour-shown', '');
  element.setAttribute('aria-describedby', describedBy);
}

function unmark(element: Element, describedBy: string): void {
  element.removeAttribute('data-tour-shown');
  if (element.getAttribute('aria-describedby') === describedBy) element.removeAttribute('aria-describedby');
}

/** To the thing itself, or the first in it that takes focus. */
function focusIn(element: Element): void {
  const inside = element.matches(focusable) ? element : element.querySelector(focusable);
  const taking = inside ?? element;
  if (!(taking instanceof HTMLElement)) return;
  if (inside === null) taking.tabIndex = -1;
  taking.focus();
}
