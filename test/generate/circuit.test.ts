/** When calls go out to a model that may be dead. */
import { describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import { admit, type Circuit, calledOff, circuitState, closedCircuit, failed } from '../../src/generate/circuit.ts';

const start = '2026-11-23T10:00:00.000Z';
const later = (seconds: number) => addMs(start, seconds * 1_000);
const failures = (count: number, at = start): Circuit =>
  Array.from({ length: count }).reduce<Circuit>((circuit) => failed(circuit, null, at), closedCircuit);

describe('a circuit', () => {
  it('opens at the fifth failure in a row', () => {
    expect(circuitState(failures(4), start)).toBe('closed');
    expect(admit(failures(4), start).waitMs).toBe(0);
    expect(circuitState(failures(5), start)).toBe('open');
    expect(admit(failures(5), later(4)).waitMs).toBe(6_000);
  });

  it('lets one call try the endpoint after a rest, and the others wait for how it ends', () => {
    const first = admit(failures(5), later(10));
    expect(first.waitMs).toBe(0);
    expect(circuitState(first.circuit, later(10))).toBe('half-open');
    expect(admit(first.circuit, later(10)).waitMs).toBeGreaterThan(0);
    // A call that was called off says nothing: the next one tries.
    expect(admit(calledOff(first.circuit), later(11)).waitMs).toBe(0);
  });

  it('rests twice as long each time, five minutes at most', () => {
    let circuit = failures(5);
    let now = start;
    const rests: number[] = [];
    for (let time = 0; time < 8; time += 1) {
      const { waitMs } = admit(circuit, now);
      rests.push(waitMs / 1_000);
      now = addMs(now, waitMs);
      circuit = failed(admit(circuit, now).circuit, null, now);
    }
    expect(rests).toEqual([10, 20, 40, 80, 160, 300, 300, 300]);
    expect(circuit.failingSince).toBe(start);
  });

  it('is not opened for longer by calls that went out before it opened', () => {
    const open = failures(5);
    expect(failed(open, null, later(3)).restsUntil).toBe(open.restsUntil);
    expect(failed(open, null, later(3)).rests).toBe(1);
  });

  it('opens at once for as long as a server asks, an hour at most', () => {
    expect(admit(failed(closedCircuit, 90_000, start), start).waitMs).toBe(90_000);
    expect(admit(failed(closedCircuit, 86_400_000, start), start).waitMs).toBe(3_600_000);
    // A shorter wish does not shorten a rest that runs.
    expect(admit(failed(failures(5), 1_000, start), start).waitMs).toBe(10_000);
  });
});
