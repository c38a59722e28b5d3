import { open } from './support/settled.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

test('identity rules are changed, and taken back', async ({ page }) => {
  // Of its own: by other rules the customers of the samples would be others.
  await makeWorkspace(page, 'e2e-identity');
  await open(page, '/w/e2e-identity/settings');
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
