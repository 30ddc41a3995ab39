/** From the environment to a frozen Config. The only file that reads process.env; every mistake is reported at once. */
import { existsSync } from 'node:fs';
import * as z from 'zod';
import type { Price } from './domain/price.ts';

const port = z.coerce.number().int().min(0).max(65535);
/** Money for a million tokens, in millionths of the currency. */
const price = z.coerce
  .number()
  .min(0)
  .max(100_000)
  .transform((money) => Math.round(money * 1_000_000));
const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** `openssl rand -base64 32` makes one. */
const secretKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, several separated by commas');

/** A setting left empty counts as not given. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const Settings = z.object({
  PORT: given(port.default(3000)),
  HOST: given(z.string().default('127.0.0.1')),
  PUBLIC_URL: given(url.optional()),
  DATABASE_URL: given(
    z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:PATH or postgres://user:password@host/database')
      .default('sqlite:./var/linewright.db'),
  ),
  OPENAI_API_KEY: given(z.string().optional()),
  OPENAI_BASE_URL: given(url.optional()),
  OPENAI_MODEL: given(z.string().default('gpt-4o-mini')),
  LLM_CONCURRENCY: given(z.coerce.number().int().min(1).max(256).default(8)),
  LLM_TIMEOUT_MS: given(z.coerce.number().int().min(100).max(600_000).default(60_000)),
  LLM_PRICE_INPUT: given(price.optional()),
  LLM_PRICE_CACHED_INPUT: given(price.optional()),
  LLM_PRICE_OUTPUT: given(price.optional()),
  LLM_PRICE_CURRENCY: given(
    z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as USD')
      .default('USD'),
  ),
  WEBHOOK_ALLOW_PRIVATE: given(z.enum(['true', 'false']).default('false')),
  WEBHOOK_SECRET_KEY: given(z.string().transform(keysIn).pipe(z.array(secretKey)).default([])),
  LOG_LEVEL: given(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
});

/** A price is both halves or none: a cost without one of them would be wrong and look right. */
const Environment = Settings.superRefine((settings, context) => {
  const halves = ['LLM_PRICE_INPUT', 'LLM_PRICE_OUTPUT'] as const;
  const missing = halves.filter((name) => settings[name] === undefined);
  const [first] = missing;
  if (missing.length === 1 && first)
    context.addIssue({ code: 'custom', path: [first], message: 'must be set too where the other price is' });
});

/** Every name the environment may set, for .env.example. */
export const settingNames = Object.keys(Settings.shape);

/** What the process runs by. */
export type Config = Readonly<{
  port: number;
  host: string;
  /** `null`: the address it listens on. */
  publicUrl: string | null;
  databaseUrl: string;
  /** `null`: the embedded writer drafts. */
  model: Readonly<{
    apiKey: string | null;
    baseUrl: string | null;
    name: string;
    timeoutMs: number;
    /** `null`: not known, and no cost is stated. */
    price: Price | null;
  }> | null;
  /** Model calls at one time. */
  modelConcurrency: number;
  /** Whether webhooks may go to private and loopback addresses. */
  webhookAllowPrivate: boolean;
  /** What secrets of webhooks are sealed under: the first seals, all open. Empty: a key kept beside the database. */
  webhookSecretKeys: readonly string[];
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}>;

/** Take settings from a `.env` file where there is one; what the environment says already goes before it. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** The settings had mistakes; the message names each with what to write instead. */
export class ConfigMistake extends Error {}

/** Read the settings. Throws ConfigMistake with all mistakes in one message, never quoting a secret. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigMistake(`The settings have mistakes (.env.example explains each):\n${lines.join('\n')}`);
  }
  const settings = read.data;
  const hasModel = settings.OPENAI_API_KEY !== undefined || settings.OPENAI_BASE_URL !== undefined;
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: settings.DATABASE_URL,
    model: hasModel
      ? Object.freeze({
          apiKey: settings.OPENAI_API_KEY ?? null,
          baseUrl: settings.OPENAI_BASE_URL ?? null,
          name: settings.OPENAI_MODEL,
          timeoutMs: settings.LLM_TIMEOUT_MS,
          price: priceOf(settings),
        })
      : null,
    modelConcurrency: settings.LLM_CONCURRENCY,
    webhookAllowPrivate: settings.WEBHOOK_ALLOW_PRIVATE === 'true',
    webhookSecretKeys: Object.freeze(settings.WEBHOOK_SECRET_KEY),
    logLevel: settings.LOG_LEVEL,
  });
}

function priceOf(settings: z.infer<typeof Environment>): Price | null {
  const { LLM_PRICE_INPUT: inputMicros, LLM_PRICE_OUTPUT: outputMicros, LLM_PRICE_CURRENCY: currency } = settings;
  if (inputMicros === undefined || outputMicros === undefined) return null;
  return { inputMicros, cachedInputMicros: settings.LLM_PRICE_CACHED_INPUT ?? inputMicros, outputMicros, currency };
}

function keysIn(setting: string): string[] {
  return setting.split(',').map((key) => key.trim());
}
