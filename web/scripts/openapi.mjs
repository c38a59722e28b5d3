// The server's OpenAPI document and the TypeScript types made from it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const documentPath = fileURLToPath(new URL('../src/lib/api/openapi.json', import.meta.url));
export const typesPath = fileURLToPath(new URL('../src/lib/api/schema.d.ts', import.meta.url));

/** The document as the server that is built from this tree describes itself. */
export function freshDocument() {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-openapi-'));
  const file = join(folder, 'openapi.json');
  try {
    const { status, stderr, error } = spawnSync('./tessera', ['openapi', '--out', file], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`./tessera openapi failed: ${error?.message ?? stderr}`);
    return `${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function freshTypes(document) {
  const header = '// Generated from the server’s OpenAPI document by "npm run generate:api". Do not edit.\n\n';
  return header + astToString(await openapiTS(JSON.parse(document), { emptyObjectsUnknown: true }));
}
