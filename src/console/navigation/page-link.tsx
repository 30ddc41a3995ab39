/** A link to another page of the console; with a modifier key it opens as any link does. */
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate } from './path.ts';

/** An anchor that changes the page without loading it anew. */
export function PageLink({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
