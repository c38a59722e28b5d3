import { open } from './support/settled.ts';
import { expect, test } from './support/test.ts';

test('from the overview over a cell and a segment to a customer and the reason', async ({ page }) => {
  await open(page, '/');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByText('Average order')).toBeVisible();
  await expect(page.getByText(/^have bought, of [\d,]+ known, visitors included$/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Countries with the most revenue' }).getByRole('rowheader', { name: 'Germany' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Of 100 customers: / })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Revenue per month, \d+ months/ }).first()).toBeVisible();

  const best = page.getByRole('link', { name: /^Recency 5, frequency 5: [1-9]/ });
  await best.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Champions' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The rule' })).toBeVisible();

  await page.getByRole('table', { name: 'Members of the segment' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Why Champions' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Why Champions' })).toContainText(/Champions/);
  await expect(page.getByRole('img', { name: /^Recency [45] of 5$/ })).toBeVisible();

  const timeline = page.getByRole('tabpanel', { name: 'Orders' });
  await timeline.getByRole('listitem').first().locator('summary').click();
  await expect(timeline.getByRole('table', { name: /^Lines of order / })).toBeVisible();
});

test('the segment New opens from the overview’s legend, and the builder’s address is another', async ({ page }) => {
  await open(page, '/w/default/overview');
  const legend = page.getByRole('region', { name: / of customers and bring / }).getByRole('list');
  await legend.getByRole('link', { name: /^New\s*[\d<]/ }).click();
  await expect(page).toHaveURL(/\/segments\/new$/);
  await expect(page.getByRole('heading', { level: 1, name: 'New', exact: true })).toBeVisible();
  await open(page, '/w/default/segments');
  await page.getByRole('link', { name: 'New segment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New segment' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Segments' })).toHaveAttribute('aria-current', 'page');
});

test('a table stands in for the chart', async ({ page }) => {
  await open(page, '/w/default/overview');
  await page.getByRole('region', { name: 'Over time' }).getByText('', { exact: true }).first().waitFor({ state: 'attached' });
  await page.getByRole('radiogroup', { name: 'Show as' }).getByRole('img', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'Revenue per month' });
  await expect(table).toBeVisible();
  expect(await table.getByRole('row').count()).toBeGreaterThan(6);
});

test('the figures of all segments add up to the customers', async ({ page }) => {
  await open(page, '/w/default/overview');
  const table = page.getByRole('region', { name: 'Segments', exact: true }).getByRole('table');
  await expect(table).toBeVisible();
  const sizes = await table.locator('tbody tr td:nth-child(2)').allTextContents();
  const total = sizes.map((size) => Number(size.replaceAll(/\D/g, ''))).reduce((sum, size) => sum + size, 0);
  await expect(page.getByText(`${total.toLocaleString('en-GB')} customers scored 1 to 5`, { exact: false })).toBeVisible();
});

test('customers are found by typing and kept in the address', async ({ page }) => {
  await open(page, '/w/default/customers');
  const table = page.getByRole('table', { name: 'Customers' });
  const name = await table.getByRole('rowheader').first().getByRole('link').innerText();
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(name.replace('Customer ', ''));
  await expect(table.getByRole('rowheader').first()).toContainText(name);
  await expect(page).toHaveURL(/search=/);
  await page.reload();
  await expect(table.getByRole('rowheader').first()).toContainText(name);
});

test('the other sample is one click away, with events', async ({ page }) => {
  await open(page, '/w/default/overview');
  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: /design tool/i }).click();
  await expect(page).toHaveURL(/\/w\/design-saas\/overview/);
  await expect(page.getByRole('img', { name: /^Of 100 customers: / })).toBeVisible();
  await open(page, '/w/design-saas/customers');
  await page.getByRole('table', { name: 'Customers' }).getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Events' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Events' }).getByRole('listitem').first()).toBeVisible();
});

test('the theme changes and stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, '/w/default/overview');
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('what is shown can be chosen by keyboard', async ({ page }) => {
  await open(page, '/w/default/overview');
  await expect(page.getByText('Average order')).toBeVisible();
  await page.getByRole('radio', { name: 'All time' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '12 months' })).toBeChecked();
  await expect(page).toHaveURL(/period=12m/);

  const cell = page.getByRole('link', { name: /^Recency 3, frequency 3: [1-9]/ });
  await cell.focus();
  await expect(page.getByText('Recency 3 · Frequency 3')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The rule' })).toBeVisible();
});

test('a table is sorted and its rows are opened by keyboard', async ({ page }) => {
  await open(page, '/w/default/customers');
  const table = page.getByRole('table', { name: 'Customers' });
  await table.getByRole('button', { name: 'Orders' }).focus();
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Orders' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-orders/);
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Orders' })).toHaveAttribute('aria-sort', 'ascending');

  await page.getByRole('combobox', { name: 'Segment' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Champions' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/segment=/);
  // The rows before stay until those of the segment are there; the first of them had bought nothing and is in none.
  const segment = await page.getByRole('combobox', { name: 'Segment' }).inputValue();
  await expect(table.getByRole('row').nth(1)).toContainText(segment);

  await table.getByRole('rowheader').first().getByRole('link').focus();
  await page.keyboard.press('Enter');
  const timeline = page.getByRole('tabpanel', { name: 'Orders' });
  await timeline.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(timeline.getByRole('table', { name: /^Lines of order / })).toBeVisible();
  await page.getByRole('tab', { name: 'Orders' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true');
});

test('everything can be reached by keyboard', async ({ page }) => {
  await open(page, '/w/default/overview');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search or go to' }).fill('segments');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Segments' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();

  await page.getByRole('main').getByRole('link', { name: 'Champions' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Champions' })).toBeVisible();
});
