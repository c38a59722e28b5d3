// Takes the pictures of the documentation from a running demo, light and dark:
//   npm run pictures -- LINK        LINK as ./tessera link prints it; CHROMIUM_PATH names a browser of the system
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const link = process.argv[2];
if (!link?.includes('/sign-in#')) throw new Error('Give the sign-in link of a running demo, as ./tessera link prints it.');
const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const mostBytes = 300 * 1024;

const definition = [
  'did "Export File" where format is "svg" at least 2 times in the last 90 days',
  'and last did "Export File" more than 14 days ago',
  'and not plan is "enterprise"',
].join('\n');

async function settled(page) {
  await page.getByRole('status').filter({ hasText: /^Loading/ }).filter({ visible: true }).first().waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
}

const pictures = {
  overview: async (page, origin) => {
    await page.goto(`${origin}/w/default/overview`);
    await page.getByText('Average order').first().waitFor();
    await settled(page);
  },
  'segment-builder': async (page, origin) => {
    await page.goto(`${origin}/w/design-saas/new-segment`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Exporters gone quiet');
    await page.getByRole('textbox', { name: 'What it is for' }).fill('They exported much and stopped: ask why');
    await page.getByRole('textbox', { name: 'Definition' }).click();
    await page.keyboard.insertText(definition);
    await page.keyboard.press('Escape');
    await page.getByText('Counted').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await settled(page);
  },
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ viewport: { width: 1440, height: 940 }, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
const page = await context.newPage();
await page.goto(link);
await page.waitForURL(/\/w\/.+\/overview/);
const { origin } = new URL(link);
for (const colorScheme of ['light', 'dark']) {
  await page.emulateMedia({ colorScheme });
  for (const [name, open] of Object.entries(pictures)) {
    const path = `${images}${name}-${colorScheme}.png`;
    await open(page, origin);
    await page.screenshot({ path });
    const { size } = statSync(path);
    console.log(`${path}: ${String(Math.round(size / 1024))} KiB`);
    if (size > mostBytes) throw new Error(`${path} is larger than ${String(mostBytes / 1024)} KiB.`);
  }
}
await browser.close();
