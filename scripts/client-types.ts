/** Writes the types of the API for a client in TypeScript: `npm run client -- FILE [URL]`, the URL being the openapi.json of a running service. */
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../src/http/openapi.ts';

const [file, url] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npm run client -- FILE [URL of an openapi.json]');
  process.exit(2);
}
const document = JSON.stringify(openApiDocument('http://127.0.0.1:3000'));
writeFileSync(file, astToString(await openapiTS(url === undefined ? document : new URL(url))));
console.log(`wrote ${file}`);
