import { expect, type Locator, type Page } from '@playwright/test';

const mostSteps = 80;

/** Presses a key until something has the focus; fails where it does not lead there. */
export async function leadTo(page: Page, key: string, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The keyboard does not lead there.');
}

/** Leads to something and presses Enter. */
export async function enter(page: Page, key: string, target: Locator): Promise<void> {
  await leadTo(page, key, target);
  await page.keyboard.press('Enter');
}
