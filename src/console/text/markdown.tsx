/** The little Markdown that the pages of the rules are written in: paragraphs, lists, tables, code, stress and links. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { rulePath } from '../navigation/addresses.ts';
import styles from './markdown.module.css';

/** Draws it as elements; nothing in it is ever taken for HTML. */
export function Markdown({ text }: { readonly text: string }) {
  return <div className={styles.text}>{blocksOf(text).map((block) => blockOf(block))}</div>;
}

/** Paragraphs, and a list or table where one begins. */
function blocksOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((block) => (block.startsWith('- ') ? [block] : splitAt(block, block.indexOf('\n- '))))
    .filter((block) => block.trim() !== '');
}

function splitAt(text: string, at: number): string[] {
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function blockOf(block: string): ReactNode {
  if (/^- /.test(block))
    return (
      <ul key={block}>
        {block.split(/\n(?=- )/).map((entry) => (
          <li key={entry}>{inline(entry.slice(2))}</li>
        ))}
      </ul>
    );
  if (block.startsWith('|')) return <Table key={block} rows={block.split('\n').map(cellsOf)} />;
  const heading = /^#{3,6} (.*)$/.exec(block)?.[1];
  return heading === undefined ? <p key={block}>{inline(block)}</p> : <h3 key={block}>{inline(heading)}</h3>;
}

function Table({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const [head = [], , ...body] = rows;
  return (
    // Focusable, because it may scroll.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section className={styles.table} tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells) => (
            <tr key={cells.join('|')}>
              {cells.map((cell, column) => (
                <td key={`${head[column]}`}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

const marks = /``(.+?)``|`([^`]+)`|\*\*(.+?)\*\*|(?<![\w*])\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)/s;

function inline(text: string): ReactNode[] {
  const found = marks.exec(text);
  if (!found) return text === '' ? [] : [text];
  const [whole, code, shortCode, strong, stressed, label, address] = found;
  const key = `${text.length}`;
  return [text.slice(0, found.index), marked(), ...inline(text.slice(found.index + whole.length))];

  function marked(): ReactNode {
    const literal = code ?? shortCode;
    if (literal !== undefined) return <code key={key}>{literal.trim()}</code>;
    if (strong !== undefined) return <strong key={key}>{inline(strong)}</strong>;
    if (stressed !== undefined) return <em key={key}>{inline(stressed)}</em>;
    return (
      <Reference key={key} address={address ?? ''}>
        {inline(label ?? '')}
      </Reference>
    );
  }
}

/** Links between rules lead to their pages here; those to other hosts open beside; others are words alone. */
function Reference({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const rule = /^([a-z-]+)\.md$/.exec(address)?.[1];
  if (rule !== undefined) return <Link href={rulePath(rule)}>{children}</Link>;
  if (!/^https:\/\//.test(address)) return children;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
