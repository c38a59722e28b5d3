import { fresh } from './support/fresh.ts';
import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

test('a customer is erased after their name was typed, and how far that is shows', async ({ page }, info) => {
  const who = fresh('e2e-erased', info).replaceAll(' ', '-');
  await makeWorkspace(page, 'e2e-erasing');
  const key = await makeSource(page, 'e2e-erasing', 'e2e-erasing');
  await send(page, key, { type: 'identify', userId: who, traits: { name: 'Gone Soon' } }, { type: 'track', userId: who, event: 'Seen Last' });
  const headers = { 'Tessera-Workspace': 'e2e-erasing' };
  const find = () => page.request.get(`/api/profiles/by-identifier?identifier=user_id:${who}`, { headers });
  await expect.poll(async () => (await find()).status()).toBe(200);
  const { id } = (await (await find()).json()) as { id: string };
  await open(page, `/w/e2e-erasing/customers/${id}`);
  await page.getByRole('button', { name: 'Erase' }).click();
  const question = page.getByRole('dialog');
  await expect(question.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await question.getByRole('textbox').fill((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
  await question.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Erased customers' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Erasures' }).getByRole('listitem').first()).toContainText('Erased', { timeout: 45_000 });
  await expect.poll(async () => (await find()).status()).toBe(404);
});
