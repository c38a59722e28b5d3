import { fresh } from './support/fresh.ts';
import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';

test('a workspace is made, given its time zone and left for another', async ({ page }, info) => {
  const name = fresh('Far Shop', info);
  await open(page, '/w/default/segments');
  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  const key = await page.getByRole('textbox', { name: 'Key' }).inputValue();
  expect(key).toMatch(/^far-shop/);
  await page.getByRole('combobox', { name: 'Currency' }).fill('JPY');
  await page.getByRole('option', { name: /^JPY/ }).click();
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await expect(page).toHaveURL(new RegExp(`/w/${key}/overview$`));
  await expect(page.getByRole('heading', { name: 'Welcome to Tessera' })).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(`^Workspace: ${name}`) })).toContainText('Amounts in JPY');

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: /^Workspace/ }).click();
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('Tokyo');
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`${name} is shown so from now on.`)).toBeVisible();

  // Ten past three in the night of UTC is past noon there.
  await send(page, await makeSource(page, key, 'far'), { type: 'track', userId: 'far-visitor', event: 'Lamp Lit', timestamp: '2026-03-05T03:10:00Z' });
  await expect.poll(async () => (await page.request.get('/api/profiles/by-identifier?identifier=user_id:far-visitor', { headers: { 'Tessera-Workspace': key } })).status()).toBe(200);
  const { id } = (await (await page.request.get('/api/profiles/by-identifier?identifier=user_id:far-visitor', { headers: { 'Tessera-Workspace': key } })).json()) as { id: string };
  await expect(async () => {
    await open(page, `/w/${key}/customers/${id}?tab=events`);
    await expect(page.getByRole('button', { name: /12:10:00.*Lamp Lit/ })).toBeVisible({ timeout: 3_000 });
  }).toPass();

  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: /^Sample shop/ }).click();
  await expect(page).toHaveURL(/\/w\/default\/overview$/);
});
