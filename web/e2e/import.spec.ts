import { open } from './support/settled.ts';
import { expect, test } from './support/test.ts';

const lines = [
  'Order number,Ordered on,Client,Article,Pieces,Price each,Land',
  'A-1,2031-03-02 10:15,ines@example.com,Blue tile,3,4.50,Portugal',
  'A-1,2031-03-02 10:15,ines@example.com,Gold tile,1,12.00,Portugal',
  'A-2,2031-03-05 09:00,otto@example.com,Blue tile,10,4.50,Austria',
  'A-3,2031-03-07 17:40,ines@example.com,Grout,2,6.25,Portugal',
  'A-4,not a date,otto@example.com,Grout,2,6.25,Austria',
];

test('a small file becomes customers with segments', async ({ page, request }, { repeatEachIndex, retry }) => {
  const workspace = `e2e-import-${String(repeatEachIndex)}-${String(retry)}`;
  const created = await request.post('/api/workspaces', {
    data: { key: workspace, name: 'Corner shop', currency: 'EUR' },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(created.ok()).toBe(true);

  await open(page, `/w/${workspace}/overview`);
  await expect(page.getByRole('heading', { name: 'Welcome to Tessera' })).toBeVisible();
  await page.getByRole('link', { name: 'Choose a file' }).click();
  await page.getByLabel('File to import').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });

  await expect(page.getByRole('table', { name: 'Columns of the file' })).toContainText('Ordered on');
  // Said, whether it was guessed or is still needed: the name of a field is the same.
  for (const [target, source] of Object.entries({ Order: 'Order number', Date: 'Ordered on', Customer: 'Client', Amount: 'Pieces*Price each' })) {
    const field = page.getByRole('combobox', { name: target, exact: true });
    await field.fill(source);
    await expect(field).toHaveValue(source);
  }
  await page.getByRole('button', { name: 'Start the import' }).click();

  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toBeVisible({ timeout: 45_000 });
  await expect(result.getByText('Accepted').locator('..')).toContainText('4');
  await expect(result.getByText('Rejected', { exact: true }).locator('..')).toContainText('1');
  const rejected = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the rejected rows' }).click();
  expect((await rejected).suggestedFilename()).toContain('rejected');

  await page.getByRole('link', { name: 'See the overview' }).click();
  await expect(page.getByRole('definition').filter({ hasText: /^€83$/ })).toBeVisible();
  await open(page, `/w/${workspace}/customers`);
  await expect(page.getByRole('table', { name: 'Customers' }).getByRole('rowheader')).toHaveCount(2);
});
