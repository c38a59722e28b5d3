import type { Page } from '@playwright/test';
import { fresh } from './support/fresh.ts';
import { open } from './support/settled.ts';
import { startShop } from './support/shop.ts';
import { makeSource } from './support/sources.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

const workspace = 'e2e-browser-sdk';

/** What the SDK puts on the page, as far as this test calls it. */
interface Sdk {
  AnalyticsNext: {
    AnalyticsBrowser: {
      load: (settings: { writeKey: string; cdnURL: string }) => Promise<[{ page: (name: string) => Promise<unknown>; track: (event: string, properties: object) => Promise<unknown>; identify: (id: string, traits: object) => Promise<unknown> }]>;
    };
  };
}

/** What the shop's visitor does: looks, buys, and then says who they are. */
function visit(shop: Page, writeKey: string, who: string): Promise<void> {
  return shop.evaluate(
    async ([key, cdnURL, id]) => {
      const [analytics] = await (globalThis as unknown as Sdk).AnalyticsNext.AnalyticsBrowser.load({ writeKey: key, cdnURL });
      await analytics.page('Doors');
      await analytics.track('Door Opened', { door: 'green', price: 12.5 });
      await analytics.identify(id, { plan: 'pro', email: `${id}@example.com` });
    },
    [writeKey, process.env.TESSERA_E2E_URL ?? '', who] as const,
  );
}

test('what Segment’s SDK sends from a shop’s page shows live, and makes a customer', async ({ page, browser }, info) => {
  await makeWorkspace(page, workspace);
  const who = fresh('door-buyer', info).replaceAll(' ', '-');
  const key = await makeSource(page, workspace, 'e2e-shop');
  const shop = await startShop();
  const visitor = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  try {
    await open(page, `/w/${workspace}/live`);
    await expect(page.getByText('Connected')).toBeVisible();
    const front = await visitor.newPage();
    await front.goto(`${shop.address}/doors?utm_source=letter`);
    await visit(front, key, who);

    const log = page.getByRole('log', { name: 'Events as they arrive' });
    await log.getByRole('button', { name: /Door Opened.*door: green.*e2e-shop/ }).first().click();
    await expect(log.getByRole('region', { name: 'Properties' })).toContainText('"price": 12.5');
    await expect(log.getByRole('region', { name: 'Context' })).toContainText('analytics.js');

    // The visitor who looked is the customer who said their name: the same profile, with all of it.
    await log.getByRole('button', { name: new RegExp(`identify.*${who}`) }).first().click();
    await log.getByRole('link', { name: who }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(who);
    await page.getByRole('tab', { name: 'Events' }).click();
    // Stored within a second or so; the page asks again when it is opened anew.
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('button', { name: /Door Opened/ }).first()).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await page.getByRole('tab', { name: 'Identity' }).click();
    const identifiers = page.getByRole('table', { name: 'Identifiers' });
    await expect(identifiers).toContainText(`${who}@example.com`);
    await expect(identifiers).toContainText('Visitor id');
    await expect(page.getByRole('list', { name: 'Merges' }).getByRole('listitem')).not.toHaveCount(0);
  } finally {
    await visitor.close();
    shop.close();
  }
});
