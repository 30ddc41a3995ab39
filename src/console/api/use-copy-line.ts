/** Copying a line for use elsewhere, in the dialect it is to be pasted into. */
import { useState } from 'react';
import { isProblem } from './api-error.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** What of a line is copied. */
export type CopiedField = 'text' | 'preheader';

/**
 * The service gives the line only while it may go out, and only where every tag can be said in the dialect;
 * `failure` is its own sentence where not. `onCopied` gets the text. Where the browser lets nothing be copied,
 * `byHand` is the text.
 */
export function useCopyLine(id: string, dialect: string | null, onCopied: (field: CopiedField, text: string) => void) {
  const [state, setState] = useState<{ busy: CopiedField | null; failure: string | null; byHand: string | null }>({
    busy: null,
    failure: null,
    byHand: null,
  });
  const copy = async (field: CopiedField): Promise<void> => {
    setState({ busy: field, failure: null, byHand: null });
    try {
      const line = await call(endpoints.readLine, { params: { id }, query: dialect ? { dialect } : {} });
      const text = line[field] ?? '';
      const isCopied = await toClipboard(text);
      setState({ busy: null, failure: null, byHand: isCopied ? null : text });
      if (isCopied) onCopied(field, text);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setState({ busy: null, failure: error.message, byHand: null });
    }
  };
  return { ...state, copy: (field: CopiedField) => void copy(field) };
}

/** False where the browser refuses: without https, or where somebody forbade it. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
