// Fails when the committed API document or types differ from what the server describes now.
import { readFileSync } from 'node:fs';
import { documentPath, freshDocument, freshTypes, typesPath } from './openapi.mjs';

const document = freshDocument();
const stale = [];
if (readFileSync(documentPath, 'utf8') !== document) stale.push('openapi.json');
if (readFileSync(typesPath, 'utf8') !== (await freshTypes(document))) stale.push('schema.d.ts');
if (stale.length > 0) {
  console.error(`web/src/lib/api/${stale.join(' and ')} no longer match the server. Run "npm run generate:api" in web/ and commit the result.`);
  process.exit(1);
}
console.log('The API types match the server.');
