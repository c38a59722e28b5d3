import { fresh } from './support/fresh.ts';
import { startReceiver } from './support/receiver.ts';
import { makeSegment } from './support/segments.ts';
import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

test('a webhook is made, tried, delivers who entered, sends again, and is switched off by 410', async ({ page }, info) => {
  const name = fresh('Letters', info);
  const receiver = await startReceiver();
  try {
    await makeWorkspace(page, 'e2e-webhooks');
    await makeSegment(page, 'e2e-webhooks', 'e2e-webhook', 'did "Webhook Tried"');
    const key = await makeSource(page, 'e2e-webhooks', 'e2e-webhook');
    await open(page, '/w/e2e-webhooks/webhooks');
    await page.getByRole('link', { name: 'New webhook' }).first().click();
    await page.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('combobox', { name: 'Segments' }).click();
    await page.getByRole('option', { name: 'e2e-webhook' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Create the webhook' }).click();
    await expect(page.getByRole('region', { name: 'Secret' }).getByRole('code')).toContainText('whsec_');
    await page.getByRole('link', { name: 'Go to the webhook' }).click();

    await page.getByRole('button', { name: 'Send a trial' }).click();
    await expect(page.getByText(/The receiver took the trial, with status 204/)).toBeVisible();

    await send(page, key, { type: 'track', userId: fresh('e2e-webhook-visitor', info), event: 'Webhook Tried' });
    const deliveries = page.getByRole('list', { name: 'Deliveries' });
    const first = deliveries.getByRole('listitem').filter({ hasText: 'Entered' }).first();
    await expect(first).toContainText('Delivered');
    await first.getByRole('button').first().click();
    await expect(first.getByRole('region', { name: 'What is sent' })).toContainText('e2e-webhook');

    receiver.answer(410);
    await first.getByRole('button', { name: /^Send .* again$/ }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Switched off by itself.' })).toBeVisible();
    receiver.answer(204);
    await page.getByRole('button', { name: 'Switch it on again' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Switched off by itself.' })).toHaveCount(0);

    await page.getByRole('button', { name: `More for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  } finally {
    receiver.close();
  }
});
