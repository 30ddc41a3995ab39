import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigMistake, readConfig, settingNames } from '../src/config.ts';

describe('config', () => {
  it('takes every default where nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: 'sqlite:./var/linewright.db',
      model: null,
      modelConcurrency: 8,
      webhookAllowPrivate: false,
      webhookSecretKeys: [],
      logLevel: 'info',
    });
  });

  it('reports every mistake at once', () => {
    expect(() => readConfig({ WEBHOOK_SECRET_KEY: 'short, keys' })).toThrow(/32 bytes in base64/);
    const read = () => readConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' });
    expect(read).toThrow(ConfigMistake);
    expect(read).toThrow(/PORT.*\n.*DATABASE_URL.*\n.*LOG_LEVEL/);
  });

  it('never quotes a secret', () => {
    expect(() => readConfig({ PORT: 'x', OPENAI_API_KEY: 'sk-secret' })).toThrow(/^(?!.*sk-secret)/s);
  });

  it('drafts with a model as soon as a key or an address is set', () => {
    expect(readConfig({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' }).model).toMatchObject({
      apiKey: null,
      baseUrl: 'http://127.0.0.1:11434/v1',
    });
    expect(readConfig({ OPENAI_API_KEY: '', OPENAI_BASE_URL: '' }).model).toBeNull();
  });

  it('takes the price of the model in millionths for a million tokens, and none by halves', () => {
    const given = { OPENAI_API_KEY: 'k', LLM_PRICE_INPUT: '0.15', LLM_PRICE_OUTPUT: '0.6' };
    expect(readConfig({ OPENAI_API_KEY: 'k' }).model?.price).toBeNull();
    const price = { inputMicros: 150_000, cachedInputMicros: 150_000, outputMicros: 600_000, currency: 'USD' };
    expect(readConfig(given).model?.price).toEqual(price);
    const own = { LLM_PRICE_CACHED_INPUT: '0.075', LLM_PRICE_CURRENCY: 'EUR' };
    expect(readConfig({ ...given, ...own }).model?.price).toEqual({
      ...price,
      cachedInputMicros: 75_000,
      currency: 'EUR',
    });
    expect(() => readConfig({ ...given, LLM_PRICE_OUTPUT: '' })).toThrow(/LLM_PRICE_OUTPUT: must be set too/);
    expect(() => readConfig({ ...given, LLM_PRICE_CURRENCY: 'dollars' })).toThrow(/LLM_PRICE_CURRENCY/);
  });

  it('knows exactly the settings of .env.example, with the same defaults', () => {
    const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
    const example = Object.fromEntries(lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/=(.*)/)));
    expect(Object.keys(example)).toEqual(settingNames);
    expect(readConfig(example)).toEqual(readConfig({}));
  });
});
