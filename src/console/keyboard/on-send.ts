/** Ctrl or ⌘ + Enter in a field of a form. */
import type { KeyboardEvent } from 'react';

/** Does what the form's first button does. Enter alone stays what it is in the field. */
export function onSend(send: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
}
