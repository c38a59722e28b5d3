import { fresh } from './support/fresh.ts';
import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

test('customers are found as one types, in the columns one chooses', async ({ page }) => {
  await open(page, '/w/design-saas/customers');
  const table = page.getByRole('table', { name: 'Customers' });
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'plan', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(table.getByRole('columnheader', { name: 'plan' })).toBeVisible();
  await expect(page).toHaveURL(/columns=.*trait\.plan/);
  const box = page.getByRole('searchbox', { name: 'Search customers' });
  await box.pressSequentially('ava');
  await expect(table.getByRole('row').nth(1)).toContainText(/ava/i);
  await expect(box).toBeFocused();
  await expect(page).toHaveURL(/search=ava/);
  await page.reload();
  await expect(table.getByRole('columnheader', { name: 'plan' })).toBeVisible();
});

test('a customer shows how they came together, traits with their past, and a merge is undone', async ({ page }, info) => {
  const who = fresh('e2e-merged', info).replaceAll(' ', '-');
  await makeWorkspace(page, 'e2e-customers');
  const key = await makeSource(page, 'e2e-customers', 'e2e-merging');
  await send(page, key, { type: 'identify', userId: who, traits: { plan: 'free' } }, { type: 'track', userId: who, event: 'Merge Seen', properties: { step: 1 } });
  await send(page, key, { type: 'identify', userId: who, traits: { plan: 'pro', email: `${who}@example.com` } });
  const headers = { 'Tessera-Workspace': 'e2e-customers' };
  const find = async () => page.request.get(`/api/profiles/by-identifier?identifier=user_id:${who}`, { headers });
  await expect.poll(async () => ((await (await find()).json()) as { traits?: { plan?: string } }).traits?.plan).toBe('pro');
  const { id } = (await (await find()).json()) as { id: string };

  await open(page, `/w/e2e-customers/customers/${id}?tab=traits`);
  const traits = page.getByRole('list', { name: 'Traits' });
  await traits.getByRole('button', { name: /plan.*pro.*e2e-merging.*changed once/ }).click();
  await expect(traits.getByRole('list', { name: 'History of plan' })).toContainText('free');

  await page.getByRole('tab', { name: 'Events' }).click();
  await page.getByRole('button', { name: /Merge Seen/ }).click();
  await expect(page.getByRole('region', { name: 'Properties' })).toContainText('"step": 1');

  await page.getByRole('tab', { name: 'Identity' }).click();
  await expect(page.getByRole('table', { name: 'Identifiers' })).toContainText(`${who}@example.com`);
  await page.getByRole('button', { name: /^Undo: / }).click();
  const question = page.getByRole('dialog', { name: 'Undo this merge?' });
  await question.getByRole('checkbox', { name: /^Customer id/ }).uncheck();
  await question.getByRole('checkbox', { name: /^E-mail/ }).check();
  await question.getByRole('button', { name: 'Keep them apart' }).click();
  await expect(page.getByText('They are 2 customers now.')).toBeVisible();
});

test('companies lead to their members, and members to their company', async ({ page }) => {
  await open(page, '/w/design-saas/customers');
  await page.getByRole('navigation', { name: 'Customers' }).getByRole('link', { name: 'Companies' }).click();
  const companies = page.getByRole('table', { name: 'Companies' });
  const first = companies.getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  await page.getByRole('searchbox', { name: 'Search companies' }).pressSequentially(name);
  await expect(companies.getByRole('link', { name, exact: true }).first()).toBeVisible();
  await companies.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('table', { name: 'Members of the company' }).getByRole('row').filter({ hasText: 'Belongs' }).getByRole('link').first().click();
  await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible();
});
