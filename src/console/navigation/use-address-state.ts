/** What is chosen on a page, kept behind the question mark of its address: a link to it shows the same. */
import { useSearchParams } from 'wouter';

/** One choice of the page: its value, `null` where nothing is chosen, and its setter. Back leads past it. */
export function useAddressState(name: string): [string | null, (value: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const choose = (value: string | null) =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [params.get(name) || null, choose];
}

/** Makes a path go on with the brand that is chosen. */
export function useKeptBrand(): (path: string) => string {
  const [params] = useSearchParams();
  const brand = params.get('brand');
  return (path) => {
    if (!brand) return path;
    return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ brand })}`;
  };
}
