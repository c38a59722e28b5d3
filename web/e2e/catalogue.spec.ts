import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';

test('the catalogue is learned, a plan drafted from it, and what does not keep to it is shown', async ({ page }) => {
  await open(page, '/w/design-saas/catalogue');
  await page.getByRole('table', { name: 'Events' }).getByRole('link', { name: 'Export File' }).click();
  const properties = page.getByRole('table', { name: 'Properties of Export File' });
  await expect(properties.getByRole('row', { name: /^format text/ })).toContainText('svg');

  await open(page, '/w/design-saas/catalogue?tab=plan');
  await page.getByRole('button', { name: 'Draft one from what was seen' }).click();
  const planned = page.getByRole('list', { name: 'Planned events' });
  await planned.getByRole('button', { name: /^Export File/ }).click();
  const table = planned.getByRole('table', { name: 'Properties of Export File' });
  await table.getByRole('textbox', { name: 'Values of format' }).fill('svg, png');
  await table.getByRole('textbox', { name: 'Values of format' }).blur();
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByText(/^Version 1, changed/)).toBeVisible();

  const key = await makeSource(page, 'design-saas', 'e2e-planned');
  await send(page, key, { type: 'track', userId: 'e2e-planned', event: 'Export File', properties: { format: 'bmp' }, context: { app: { version: '9.9' } } });
  await page.getByRole('tab', { name: 'Violations' }).click();
  const violation = page.getByRole('table', { name: 'Violations of the tracking plan' }).getByRole('row').filter({ hasText: 'Value not allowed' });
  await expect(violation).toContainText('format');
  await expect(violation).toContainText('e2e-planned');
  await expect(violation).toContainText('9.9');

  await page.getByRole('tab', { name: 'Tracking plan' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No tracking plan')).toBeVisible();
});
