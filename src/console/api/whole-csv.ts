/** A list as one CSV file, however many pages the service gives it in. */
import { ApiError, problemOf } from './api-error.ts';

/** The bytes of the file, from the address of its first page. Throws `ApiError`; half a file is never given. */
export async function wholeCsv(first: string): Promise<Blob> {
  const pages: string[] = [];
  for (let next: string | null = first; next !== null; ) {
    const response: Response = await fetch(next).catch(() => {
      throw new ApiError('unreachable', 'The service does not answer. Check your connection and try again.');
    });
    if (!response.ok) throw await problemOf(response);
    // Reading it as text takes the byte order mark away.
    const text = await response.text();
    pages.push(pages.length === 0 ? text : text.slice(text.indexOf('\r\n') + 2));
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
  }
  return new Blob(['\ufeff', ...pages], { type: 'text/csv;charset=utf-8' });
}

/** Lets the browser save a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then; freeing it at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
