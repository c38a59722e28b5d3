import { fresh } from './support/fresh.ts';
import { enter, leadTo } from './support/keyboard.ts';
import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

const workspace = 'e2e-keyboard';

test('two segments are chosen, compared and swapped by keyboard alone', async ({ page }) => {
  await open(page, '/w/design-saas/segments');
  await page.getByRole('main').focus();
  await enter(page, 'Tab', page.getByRole('main').getByRole('link', { name: 'Compare', exact: true }));
  await expect(page.getByRole('main')).toBeFocused();
  for (const [box, segment] of [['This one', 'Champions'], ['With this one', 'Loyal']] as const) {
    await leadTo(page, 'Tab', page.getByRole('combobox', { name: box, exact: true }));
    await page.keyboard.type(segment);
    await expect(page.getByRole('option', { name: segment, exact: true })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: box, exact: true })).toHaveValue(segment);
  }
  const bar = page.getByRole('img', { name: /^Only Champions: [\d,]+, Both: [\d,]+, Only Loyal: [\d,]+$/ });
  await expect(bar).toBeVisible();
  await enter(page, 'Shift+Tab', page.getByRole('button', { name: 'Swap the two' }));
  await expect(page).toHaveURL(/a=loyal&b=champions/);
  await expect(page.getByRole('table', { name: 'Figures side by side' }).getByRole('columnheader').nth(1)).toHaveText('Loyal');
  await expect(page.getByRole('button', { name: 'Swap the two' })).toBeFocused();
});

test('a customer is opened, read tab by tab and a merge undone by keyboard alone', async ({ page }, info) => {
  await makeWorkspace(page, workspace);
  const who = fresh('e2e-keyboard', info).replaceAll(' ', '-');
  const key = await makeSource(page, workspace, 'e2e-keyboard');
  await send(page, key, { type: 'identify', userId: who, traits: { plan: 'free', email: `${who}@example.com` } }, { type: 'track', userId: who, event: 'Key Pressed', properties: { step: 1 } });
  const headers = { 'Tessera-Workspace': workspace };
  await expect.poll(async () => (await page.request.get(`/api/profiles/by-identifier?identifier=user_id:${who}`, { headers })).status()).toBe(200);

  await open(page, `/w/${workspace}/customers`);
  await page.getByRole('main').focus();
  await leadTo(page, 'Tab', page.getByRole('searchbox', { name: 'Search customers' }));
  await page.keyboard.type(who);
  await enter(page, 'Tab', page.getByRole('table', { name: 'Customers' }).getByRole('link').first());
  await expect(page.getByRole('tab', { name: 'Orders' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();

  await leadTo(page, 'Tab', page.getByRole('tab', { name: 'Orders' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true');
  await enter(page, 'Tab', page.getByRole('button', { name: /Key Pressed/ }));
  await expect(page.getByRole('region', { name: 'Properties' })).toContainText('"step": 1');
  await leadTo(page, 'Shift+Tab', page.getByRole('tab', { name: 'Events' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('list', { name: 'Traits' })).toContainText('plan');
  await page.keyboard.press('ArrowRight');
  const undo = page.getByRole('button', { name: /^Undo: / });
  await enter(page, 'Tab', undo);

  // Left without an answer, the focus is where it was.
  const question = page.getByRole('dialog');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(undo).toBeFocused();

  await page.keyboard.press('Enter');
  await enter(page, 'Tab', question.getByRole('button', { name: 'Keep them apart' }));
  await expect(question.getByText('They are 2 customers now.')).toBeVisible();
  await enter(page, 'Tab', question.getByRole('button', { name: 'Close' }));
  await expect(question).toHaveCount(0);
  // The button may be gone with the merge it undid; the focus is never lost from the page's content.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
