import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';

const bundles = join(dirname(createRequire(import.meta.url).resolve('@segment/analytics-next/package.json')), 'dist', 'umd');
const front = '<!doctype html><meta charset="utf-8"><title>Green doors</title><script src="/sdk/index.js"></script>';

/** A shop's own site, of another origin than the server: one page, with Segment's SDK for browsers as it was published. */
export async function startShop(): Promise<{ address: string; close: () => void }> {
  async function answer(path: string): Promise<{ status: number; type: string; body: Buffer | string }> {
    if (!path.startsWith('/sdk/')) return { status: 200, type: 'text/html', body: front };
    const file = await readFile(join(bundles, basename(path))).catch(() => null);
    return { status: file ? 200 : 404, type: 'text/javascript', body: file ?? '' };
  }
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://shop').pathname).then(({ status, type, body }) => response.writeHead(status, { 'Content-Type': type }).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, close: () => server.close() };
}
