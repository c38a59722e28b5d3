// Keeps the promise of DESIGN.md: what the first screen loads stays under the budget, compressed.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgetBytes = 300 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const initial = new Set();
const visit = (key) => {
  if (initial.has(key)) return;
  initial.add(key);
  (manifest[key].imports ?? []).forEach(visit);
};
Object.keys(manifest).filter((key) => manifest[key].isEntry).forEach(visit);

const total = [...initial].reduce((sum, key) => sum + gzipSync(readFileSync(new URL(manifest[key].file, dist))).length, 0);
const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`;
console.log(`Initial JavaScript: ${kilobytes(total)} gzip (budget ${kilobytes(budgetBytes)}).`);
if (total > budgetBytes) {
  console.error('The initial JavaScript is over its budget: load what the first screen does not need lazily.');
  process.exit(1);
}
