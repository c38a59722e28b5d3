import { open } from './support/settled.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

test('fewer names are a setting away, and the way back', async ({ page }) => {
  // Of its own: others look at the segments of the samples.
  await makeWorkspace(page, 'e2e-settings');
  await open(page, '/w/e2e-settings/rfm');
  await page.getByRole('radio', { name: /^Five segments/ }).check();
  await page.getByRole('button', { name: 'Save and score again' }).click();
  const rules = page.getByRole('table', { name: 'Rules of the segments' });
  await expect(rules.getByRole('rowheader')).toHaveCount(5);
  await page.getByRole('radio', { name: /^Eleven segments/ }).check();
  await page.getByRole('button', { name: 'Save and score again' }).click();
  await expect(rules.getByRole('rowheader')).toHaveCount(11);
});

test('the system page tells that the engine is ready', async ({ page }) => {
  await open(page, '/w/default/system');
  await expect(page.getByText(/^Ready, ClickHouse/)).toBeVisible();
});
