// Puts .br and .gz beside what compresses, so that the server sends small files without spending time on each request.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const worthIt = /\.(js|css|html|svg)$/;
const smallestBytes = 1024;

for (const name of readdirSync(dist, { recursive: true })) {
  const file = join(dist, name);
  if (!worthIt.test(name) || !statSync(file).isFile() || statSync(file).size < smallestBytes) continue;
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
