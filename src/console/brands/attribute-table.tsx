/** Merge attributes: what the e-mail platform fills in per reader, and how well it can. */
import type { Attributes } from '../../domain/attribute.ts';
import { shareWords } from '../words/settings.ts';
import styles from './brands.module.css';

/** One row for each. */
export function AttributeTable({ attributes }: { readonly attributes: Attributes }) {
  const rows = Object.entries(attributes);
  return (
    <section className={styles.section} aria-labelledby="attributes">
      <h2 id="attributes">Merge attributes</h2>
      {rows.length === 0 && <p className={styles.quiet}>None. Lines are written without merge tags.</p>}
      {rows.length > 0 && (
        // Focusable, because a narrow screen scrolls it sideways.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
        <section className={styles.table} aria-label="Attributes" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Attribute</th>
                <th scope="col">Holds</th>
                <th scope="col">Readers with a value</th>
                <th scope="col">Samples</th>
                <th scope="col">Longest</th>
                <th scope="col">Where it is missing</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, attribute]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{attribute.type}</td>
                  <td>{attribute.coverage === undefined ? 'not known' : shareWords(attribute.coverage, 1)}</td>
                  <td>
                    <bdi>{attribute.samples.join(', ') || '–'}</bdi>
                  </td>
                  <td>
                    <bdi>{attribute.longest ?? '–'}</bdi>
                  </td>
                  <td>
                    {attribute.defaultSetInEsp
                      ? `the platform puts “${attribute.defaultSetInEsp}”`
                      : 'nothing, unless the tag says so'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
