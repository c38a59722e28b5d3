import { newSignInLink } from './support/demo.ts';
import { open } from './support/settled.ts';
import { expect, test } from './support/test.ts';

test.use({ storageState: { cookies: [], origins: [] } });

test('the printed link signs in, once', async ({ page, browser }) => {
  const link = await newSignInLink();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');

  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const second = await stranger.newPage();
  await second.goto(link);
  await expect(second.getByRole('alert')).toContainText('used or expired');
  await expect(second.getByText('./tessera link')).toBeVisible();
  await stranger.close();
});

test('a link opened where the sign-in page is already shown signs in', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto(await newSignInLink());
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('nothing is shown to who is not signed in', async ({ page }) => {
  await open(page, '/w/default/customers');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('who signs out has to sign in again', async ({ page }) => {
  await page.goto(await newSignInLink());
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await open(page, '/w/default/overview');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
