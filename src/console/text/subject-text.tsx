/** A line as written, with its findings marked, merge tags as chips and invisible characters made visible. */
import { VisuallyHidden } from '@mantine/core';
import type { Finding } from '../../domain/finding.ts';
import { Icon } from '../shell/icon.tsx';
import { severityWord, worstOf } from '../words/severity.ts';
import { type Piece, type Run, runsOf } from './pieces.ts';
import { InvisibleChip } from './plain-text.tsx';
import styles from './subject-text.module.css';

/** One field of a line. `numbers` are the findings' numbers in the list below the line. */
export function SubjectText(props: {
  readonly text: string;
  readonly locale: string;
  readonly findings: readonly Finding[];
  readonly numbers: readonly number[];
}) {
  return (
    <bdi lang={props.locale} dir="auto" className={styles.text}>
      {runsOf(props.text, props.findings).map((run) => (
        <TextRun key={run.pieces[0]?.start ?? 0} run={run} findings={props.findings} numbers={props.numbers} />
      ))}
    </bdi>
  );
}

type Marking = { readonly findings: readonly Finding[]; readonly numbers: readonly number[] };

function TextRun({ run, ...marking }: Marking & { readonly run: Run }) {
  const { tag, pieces } = run;
  if (tag === null) return pieces.map((piece) => <MarkedPiece key={piece.start} piece={piece} {...marking} />);
  const whole = pieces.length === 1 ? pieces[0] : undefined;
  const plain = tag.fallback === null ? tag.name : `${tag.name}, or “${tag.fallback}”`;
  return (
    <span className={styles.tag} title={pieces.map(({ text }) => text).join('')}>
      <VisuallyHidden>merge tag </VisuallyHidden>
      {whole ? (
        <MarkedPiece piece={whole} {...marking} shownAs={plain} />
      ) : (
        pieces.map((piece) => <MarkedPiece key={piece.start} piece={piece} {...marking} />)
      )}
    </span>
  );
}

function MarkedPiece({
  piece,
  findings,
  numbers,
  shownAs,
}: Marking & { readonly piece: Piece; readonly shownAs?: string }) {
  const shown = piece.invisible === null ? (shownAs ?? piece.text) : <InvisibleChip name={piece.invisible} />;
  const covering = piece.findings.flatMap((index) => findings[index] ?? []);
  if (covering.length === 0) return shown;
  const severity = worstOf(covering.map((finding) => finding.severity));
  return (
    <mark className={styles.mark} data-severity={severity}>
      {covering.map((finding, position) =>
        finding.spans.some(({ start }) => start === piece.start) ? (
          <span key={`${finding.rule} ${finding.rendering}`} className={styles.sign} data-severity={finding.severity}>
            <Icon name={finding.severity} />
            <VisuallyHidden>{severityWord(finding)} </VisuallyHidden>
            {numbers[piece.findings[position] ?? 0]}
          </span>
        ) : null,
      )}
      {shown}
    </mark>
  );
}
