/** Takes in what campaign tools say they did with lines, and what came of it. What happened is kept, right or wrong. */
import type { Caller } from '../domain/access.ts';
import type { Acknowledgement, LineUse, UseFinding } from '../domain/acknowledgement.ts';
import { armOf } from '../domain/approved-line.ts';
import type { AuditAction, NewAuditEvent } from '../domain/audit-event.ts';
import { addMs } from '../domain/instant.ts';
import type { Outcome, OutcomeReport } from '../domain/outcome.ts';
import { type Mistake, Problem } from '../domain/problem.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { Moment } from '../ports/moment.ts';
import type { OutcomeStore } from '../ports/outcome-store.ts';
import { type Speaker, speaking } from './speaking.ts';

const dayMs = 24 * 60 * 60 * 1000;
const maxListed = 100;

/** Both throw `invalid-request` where a line is unknown, naming each; nothing is kept then. */
export function hearingBack(parts: {
  readonly store: OutcomeStore;
  readonly brands: Pick<BrandStore, 'brands'>;
  readonly moment: Moment;
}) {
  const { store, moment } = parts;
  const speakerOf = speaking(parts.brands);
  return {
    acknowledgements: store.acknowledgements,
    outcomes: store.outcomes,

    async acknowledge(caller: Caller, brandIds: readonly string[], uses: readonly LineUse[]) {
      const receivedAt = moment.now();
      const speakers = new Map<string | undefined, Speaker>();
      for (const { dialect } of uses)
        if (!speakers.has(dialect)) speakers.set(dialect, await speakerOf(dialect, brandIds));
      return store.acknowledge({
        brandIds,
        lineIds: uses.map(({ lineId }) => lineId),
        judge: (lines) => {
          const lineOf = linesById(lines, uses, 'acknowledgements');
          return uses.map((use): Acknowledgement => {
            const line = lineOf(use.lineId);
            const { text = null, preheader = null, dialect = null } = use;
            return {
              id: moment.newId('acknowledgement'),
              brandId: line.line.brandId,
              lineId: use.lineId,
              send: use.send,
              usedAt: use.usedAt,
              text,
              preheader,
              dialect,
              lineState: line.line.state,
              findings: findingsOn(use, line, speakers.get(use.dialect)),
              acknowledgedBy: caller.actor.id,
              receivedAt,
            };
          });
        },
        eventFor: ({ brandId, lineId, id, send, usedAt, findings }) =>
          event(caller, brandId, 'line.used', lineId, {
            acknowledgementId: id,
            send: send.externalId,
            usedAt,
            findings: findings.map(({ kind }) => kind),
          }),
      });
    },

    async report(caller: Caller, brandIds: readonly string[], reports: readonly OutcomeReport[]) {
      const receivedAt = moment.now();
      return store.report({
        brandIds,
        lineIds: reports.map(({ lineId }) => lineId),
        judge: (lines) => {
          const lineOf = linesById(lines, reports, 'outcomes');
          refuseFuture(reports, addMs(receivedAt, dayMs).slice(0, 10));
          return reports.map(({ send = null, arm, ...report }) => {
            const { line, place } = lineOf(report.lineId);
            return {
              ...report,
              id: moment.newId('outcome'),
              brandId: line.brandId,
              send,
              arm: arm ?? armOf(place),
              receivedFrom: caller.actor.id,
              receivedAt,
            };
          });
        },
        eventFor: (brandId: string, kept: readonly Outcome[]) =>
          event(caller, brandId, 'outcomes.reported', kept[0]?.id ?? brandId, {
            kept: kept.length,
            corrections: kept.filter(({ revision }) => revision > 1).length,
          }),
      });
    },
  };

  function event(
    { actor }: Caller,
    chain: string,
    action: AuditAction,
    subject: string,
    details: NewAuditEvent['details'],
  ): NewAuditEvent {
    return { id: moment.newId('event'), chain, at: moment.now(), actor, action, subject, details };
  }
}

/** Finds lines by id. Throws `invalid-request` where one is not there or is another brand's, which look the same. */
function linesById(
  lines: readonly LineCase[],
  said: readonly { readonly lineId: string }[],
  list: string,
): (lineId: string) => LineCase {
  const byId = new Map(lines.map((line) => [line.line.id, line]));
  refuse(
    said.flatMap(({ lineId }, index) => {
      const detail = `There is no approved line ${JSON.stringify(lineId)} among yours.`;
      return byId.has(lineId) ? [] : [{ pointer: `#/${list}/${index}/lineId`, detail }];
    }),
  );
  return (lineId) => {
    const line = byId.get(lineId);
    if (!line) throw new Error(`The line ${lineId} was not read.`);
    return line;
  };
}

function refuseFuture(reports: readonly OutcomeReport[], lastDay: string): void {
  refuse(
    reports.flatMap(({ day }, index) =>
      day > lastDay ? [{ pointer: `#/outcomes/${index}/day`, detail: 'must not lie in the future' }] : [],
    ),
  );
}

function refuse(mistakes: readonly Mistake[]): void {
  if (mistakes.length === 0) return;
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  throw new Problem('invalid-request', `The request has ${count}; nothing of it was kept. Mend it and send it again.`, {
    mistakes: mistakes.slice(0, maxListed),
  });
}

function findingsOn(use: LineUse, lineCase: LineCase, speak: Speaker | undefined): UseFinding[] {
  const { line } = lineCase;
  const findings: UseFinding[] = [];
  const say = (kind: UseFinding['kind'], message: string) => findings.push({ kind, message });
  if (line.state !== 'live') say('not-live', `The line is ${line.state}: ${line.reason ?? 'it must not be used'}.`);
  if (use.usedAt > line.validUntil) say('out-of-time', `The line was valid until ${line.validUntil}.`);
  const spoken = speak?.(lineCase);
  if (use.text === undefined && use.preheader === undefined) return findings;
  if (!spoken || 'problem' in spoken) {
    say('not-compared', `The approved text cannot be had in ${use.dialect}, so what was sent could not be compared.`);
    return findings;
  }
  const { text, preheader } = spoken.line.line;
  if (use.text !== undefined && use.text !== text)
    say('text-differs', `Approved was ${JSON.stringify(text)}, sent was ${JSON.stringify(use.text)}.`);
  if (use.preheader !== undefined && use.preheader !== preheader)
    say('preheader-differs', `Approved was ${JSON.stringify(preheader)}, sent was ${JSON.stringify(use.preheader)}.`);
  return findings;
}
