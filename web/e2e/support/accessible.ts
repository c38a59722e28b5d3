import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const narrow = { width: 390, height: 844 };

async function expectNothingGrave(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html) }))).toEqual([]);
}

/** Everybody can use what is shown, in both themes, and on a narrow screen nothing reaches beyond its edge. Opened once for all three. */
export async function expectAccessible(page: Page): Promise<void> {
  await test.step('light', () => expectNothingGrave(new AxeBuilder({ page }).withTags(everything)));
  // The dark theme differs in nothing but its colours.
  await test.step('dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expectNothingGrave(new AxeBuilder({ page }).withRules(['color-contrast']));
  });
  await test.step('narrow', async () => {
    await page.setViewportSize(narrow);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)).toBeLessThanOrEqual(0);
  });
}
