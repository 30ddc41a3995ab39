import { describe, expect, it } from 'vitest';
import { databasePlace } from '../../src/store/database-url.ts';

describe('databasePlace', () => {
  it.each([
    ['sqlite:./var/linewright.db', { kind: 'sqlite', file: './var/linewright.db' }],
    ['sqlite:/var/lib/linewright.db', { kind: 'sqlite', file: '/var/lib/linewright.db' }],
    ['sqlite:///var/lib/linewright.db', { kind: 'sqlite', file: '/var/lib/linewright.db' }],
    ['sqlite::memory:', { kind: 'sqlite', file: ':memory:' }],
    ['postgres://a@host/b', { kind: 'postgres', url: 'postgres://a@host/b' }],
    ['postgresql://a@host/b', { kind: 'postgres', url: 'postgresql://a@host/b' }],
  ])('reads %s', (databaseUrl, place) => {
    expect(databasePlace(databaseUrl)).toEqual(place);
  });

  it.each(['', 'sqlite:', 'mysql://root:hunter2@host/b'])('refuses %j without repeating it', (databaseUrl) => {
    expect(() => databasePlace(databaseUrl)).toThrow(/^DATABASE_URL names no database Linewright knows\./);
    expect(() => databasePlace(databaseUrl)).not.toThrow(/hunter2/);
  });
});
