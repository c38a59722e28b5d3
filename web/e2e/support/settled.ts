import { expect, type Page } from '@playwright/test';

/** Waits until the screen has a heading and nothing of it is still being loaded: before that a click may meet what is about to move. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0);
}

/** Opens an address and waits until its screen is whole. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}
