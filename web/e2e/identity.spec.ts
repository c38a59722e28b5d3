import { open } from './support/settled.ts';
import { expect, test } from './support/test.ts';

test('identity rules are changed, and taken back', async ({ page }) => {
  await open(page, '/w/design-saas/settings');
  await page.getByRole('link', { name: /^Identity rules/ }).click();
  const kinds = page.getByRole('list', { name: 'Kinds of identifiers, by priority' });
  await kinds.getByRole('button', { name: 'E-mail counts earlier' }).click();
  await page.getByRole('combobox', { name: 'Blocked values' }).fill('nobody@nowhere.example');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save and resolve again' }).click();
  await expect(page.getByText('Everything that is known is resolved anew by these rules.')).toBeVisible();
  await page.reload();
  await expect(kinds.getByRole('listitem').first()).toContainText('E-mail');
  await expect(page.getByText('nobody@nowhere.example')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the usual rules' }).click();
  await expect(kinds.getByRole('listitem').first()).toContainText('Customer id');
});
