/** The API document as tests read it, with its own schemas as the judge. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as z from 'zod';
import { openApiDocument } from '../../../src/http/openapi.ts';

const Schema = z.union([z.boolean(), z.record(z.string(), z.json())]);
const Content = z.record(
  z.string(),
  z.looseObject({
    schema: Schema,
    example: z.json().optional(),
    examples: z.record(z.string(), z.object({ value: z.json() })).optional(),
  }),
);
const Header = z.looseObject({ required: z.boolean().default(false), description: z.string().optional() });

export const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).default([]),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), description: z.string().optional() }))
    .default([]),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ headers: z.record(z.string(), Header).default({}), content: Content.optional() }),
  ),
});
export type Operation = z.infer<typeof Operation>;

const Document = z.looseObject({
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

const text = JSON.stringify(openApiDocument('http://127.0.0.1:3000'));

/** The document; the address of the server in it counts for nothing here. */
export const apiDocument = Document.parse(JSON.parse(text));

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(JSON.parse(text), 'openapi');
const validators = new Map<string, ValidateFunction>();

/** What a value lacks to be what the document says at a place in it, one sentence each; `path` are the keys to a schema. */
export function objections(path: readonly string[], value: unknown): string[] {
  const pointer = path.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `openapi#/${pointer}` });
  validators.set(pointer, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
  );
}
