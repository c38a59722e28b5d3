import { fresh } from './support/fresh.ts';
import { open } from './support/settled.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

test('a source is made, pasted, heard of, given another key and deleted', async ({ page, request }, info) => {
  const name = fresh('Shop front', info);
  await makeWorkspace(page, 'e2e-sources');
  await open(page, '/w/e2e-sources/sources');
  await page.getByRole('link', { name: 'New source' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('radio', { name: 'HTTP' }).check();
  await page.getByRole('button', { name: 'Create the source' }).click();
  const key = (await page.getByRole('region', { name: 'Write key' }).getByRole('code').textContent()) ?? '';
  await expect(page.getByRole('region', { name: 'the call over HTTP' })).toContainText(key);
  await expect(page.getByText('Waiting for the first event …')).toBeVisible();

  const call = { userId: 'e2e-source-visitor', event: 'Source Tried', properties: { by: 'hand' } };
  const sent = await request.post('/v1/track', { headers: { Authorization: `Basic ${btoa(`${key}:`)}` }, data: call });
  expect(sent.status()).toBe(200);
  await expect(page.getByText('Received: the source sends')).toBeVisible();

  // What is no valid call is kept aside and told of, not thrown back.
  const refused = await request.post('/v1/track', { headers: { Authorization: `Basic ${btoa(`${key}:`)}` }, data: { event: 'Of nobody' } });
  expect(refused.status()).toBe(200);
  await page.getByRole('link', { name: 'Go to the source' }).click();
  await expect(page.getByRole('region', { name: 'At a glance' })).toContainText('Receiving');
  await expect(page.getByRole('table', { name: 'Why calls were kept aside' }).getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'New write key' }).click();
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await expect(page.getByRole('region', { name: 'Write key' }).getByRole('code')).not.toHaveText(key);

  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
});
