/** The API document (OpenAPI 3.1), made from the contracts the server itself follows. */
import type { RequestHandler } from 'express';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Route } from './contracts/route.ts';
import { routes } from './contracts/routes.ts';
import { operationOf } from './openapi-operation.ts';
import { apiIntroduction, apiTags } from './openapi-prose.ts';
import { sharedSchemas } from './openapi-schemas.ts';
import { webhooksOfDocument } from './openapi-webhooks.ts';
import { memberWords } from './openapi-words.ts';

type ApiDocument = ReturnType<typeof createDocument>;

/** Answers `/openapi.json`. */
export function openApi(baseUrl: () => string): RequestHandler {
  let made: { readonly url: string; readonly text: string } | null = null;
  return (_request, response) => {
    const url = baseUrl();
    if (made?.url !== url) made = { url, text: JSON.stringify(openApiDocument(url)) };
    response.set('Cache-Control', 'no-cache').type('json').send(made.text);
  };
}

/** The document for a service at this address. */
export function openApiDocument(serverUrl: string): ApiDocument {
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Linewright',
        version: '1.0.0',
        description: apiIntroduction,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: serverUrl }],
      tags: [...apiTags],
      security: [{ key: [] }, { session: [] }],
      paths: pathsOf(routes),
      webhooks: webhooksOfDocument(),
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', bearerFormat: 'lw_…', description: 'A key of a campaign tool.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: serverUrl.startsWith('https:') ? '__Host-lw_session' : 'lw_session',
            description: 'The session of a person signed in to the console.',
          },
        },
        schemas: { ...sharedSchemas },
      },
    },
    {
      override: ({ zodSchema, jsonSchema }) => {
        // Every transform of the contracts is the instant: any offset in, UTC out.
        if (zodSchema._zod.def.type === 'transform') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
        describeMembers(jsonSchema.properties ?? {}, memberWords.get(zodSchema) ?? {});
      },
    },
  );
  return finished(document);
}

function pathsOf(all: readonly Route[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of all) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return paths;
}

/** What the maker of the document cannot say by itself. */
function finished(document: ApiDocument): ApiDocument {
  const whole: ApiDocument = JSON.parse(JSON.stringify(document), (key, value) => {
    // "Any JSON" comes as a schema without a name that refers to itself, of which no client can make a type.
    if (key.startsWith('__schema')) return undefined;
    if (/\/__schema\d+$/.test(value?.$ref)) return { description: 'Any JSON value.' };
    return key === 'text/event-stream' ? asText(value) : value;
  });
  return whole;
}

/** A stream is a text to OpenAPI 3.1; `contentSchema` says what the data of its events is (JSON Schema 2020-12 §8.5). */
function asText({ schema, ...rest }: { readonly schema: object }): object {
  return { schema: { type: 'string', contentMediaType: 'application/json', contentSchema: schema }, ...rest };
}

function describeMembers(members: Record<string, unknown>, words: Readonly<Record<string, string>>): void {
  for (const [name, description] of Object.entries(words)) {
    const member = members[name];
    if (typeof member === 'object' && member !== null) Object.assign(member, { description });
  }
}
