// Writes the API's types from the server's own OpenAPI document: `npm run generate:api`.
import { writeFileSync } from 'node:fs';
import { documentPath, freshDocument, freshTypes, typesPath } from './openapi.mjs';

const document = freshDocument();
writeFileSync(documentPath, document);
writeFileSync(typesPath, await freshTypes(document));
