// Segment's SDK for browsers, unchanged, in a real Chromium (CHROMIUM_PATH), on a page of another origin than the server that
// the environment names: TESSERA_URL and TESSERA_WRITE_KEY. It loads its settings from that server and sends to it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { it } from 'node:test';
import { chromium } from 'playwright-core';

const bundles = path.join(path.dirname(createRequire(import.meta.url).resolve('@segment/analytics-next/package.json')), 'dist', 'umd');
const shop = '<!doctype html><meta charset="utf-8"><title>Green doors</title><script src="/sdk/index.js"></script>';

// A shop's own site: one page, and the SDK as it was published.
async function serveShop() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://shop');
    if (!pathname.startsWith('/sdk/')) {
      response.setHeader('Content-Type', 'text/html').end(shop);
      return;
    }

    const file = await readFile(path.join(bundles, path.basename(pathname))).catch(() => null);
    response.statusCode = file ? 200 : 404;
    response.setHeader('Content-Type', 'text/javascript').end(file ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

it('loads its settings across origins, sends every kind of call, and nothing goes elsewhere', async () => {
  const { TESSERA_URL: url, TESSERA_WRITE_KEY: writeKey, CHROMIUM_PATH: executablePath } = process.env;
  const site = await serveShop();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] });
  try {
    const page = await browser.newPage();
    const failures = [];
    const sent = [];
    page.on('pageerror', (failure) => failures.push(failure.message));
    page.on('requestfailed', (request) => failures.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on('response', (response) => sent.push(`${response.status()} ${response.request().method()} ${response.url()}`));
    await page.goto(`${site.address}/doors?colour=green&utm_source=letter&utm_campaign=spring`);

    const anonymousId = await page.evaluate(async ([key, cdnURL]) => {
      const [analytics] = await globalThis.AnalyticsNext.AnalyticsBrowser.load({ writeKey: key, cdnURL });
      const before = analytics.user().anonymousId();
      await analytics.page('Doors', 'Green', { shelf: 3 });
      await analytics.track('Opened', { door: 'green', price: 12.5 });
      await analytics.alias('browser-user', 'letter-reader');
      await analytics.identify('browser-user', { plan: 'pro', email: 'ada@example.com' });
      await analytics.group('acme', { seats: 3 });
      await analytics.screen('Cart');
      return before;
    }, [writeKey, url]);

    // The SDK resolves a call once it is handed over; the answers are what says that it arrived.
    const calls = () => sent.filter((line) => line.startsWith(`200 POST ${url}/v1/`));
    for (let patience = 0; calls().length < 6 && patience < 100; patience += 1) await page.waitForTimeout(100);
    assert.deepEqual(failures, []);
    assert.deepEqual(calls().map((line) => line.slice(`200 POST ${url}/v1/`.length)).toSorted(), ['a', 'g', 'i', 'p', 's', 't']);
    assert.deepEqual(sent.filter((line) => !line.includes(` ${url}/`) && !line.includes(` ${site.address}/`)), []);
    assert.match(anonymousId, /^[0-9a-f-]{36}$/);
  } finally {
    await browser.close();
    await site.close();
  }
});
