import { expect, test } from './support/test.ts';

const lines = [
  'Order number,Ordered on,Client,Article,Pieces,Price each,Land',
  'A-1,2031-03-02 10:15,ines@example.com,Blue tile,3,4.50,Portugal',
  'A-1,2031-03-02 10:15,ines@example.com,Gold tile,1,12.00,Portugal',
  'A-2,2031-03-05 09:00,otto@example.com,Blue tile,10,4.50,Austria',
  'A-3,2031-03-07 17:40,ines@example.com,Grout,2,6.25,Portugal',
  'A-4,not a date,otto@example.com,Grout,2,6.25,Austria',
];

test('a small file becomes customers with segments', async ({ page, request }) => {
  const created = await request.post('/api/workspaces', {
    data: { key: 'e2e-import', name: 'Corner shop', currency: 'EUR' },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(created.ok()).toBe(true);

  await page.goto('/w/e2e-import/overview');
  await expect(page.getByRole('heading', { name: 'Welcome to Tessera' })).toBeVisible();
  await page.getByRole('link', { name: 'Choose a file' }).click();
  await page.getByLabel('File to import').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });

  await expect(page.getByRole('table', { name: 'Columns of the file' })).toContainText('Ordered on');
  await page.getByRole('combobox', { name: 'Order', exact: true }).fill('Order number');
  // A column with something that is no date in it is asked for, not guessed.
  await page.getByRole('combobox', { name: 'Date', exact: true }).fill('Ordered on');
  await page.getByRole('combobox', { name: 'Amount' }).fill('Pieces*Price each');
  await page.getByRole('button', { name: 'Start the import' }).click();

  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toBeVisible({ timeout: 45_000 });
  await expect(result.getByText('Accepted').locator('..')).toContainText('4');
  await expect(result.getByText('Rejected', { exact: true }).locator('..')).toContainText('1');
  const rejected = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the rejected rows' }).click();
  expect((await rejected).suggestedFilename()).toContain('rejected');

  await page.getByRole('link', { name: 'See the overview' }).click();
  await expect(page.getByText('€82.50').first()).toBeVisible();
  await page.goto('/w/e2e-import/customers');
  await expect(page.getByRole('table', { name: 'Customers' }).getByRole('rowheader')).toHaveCount(2);
});
