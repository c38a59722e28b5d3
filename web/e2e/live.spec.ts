import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

/** Of its own: what other tests send would be in the way. */
const workspace = 'e2e-live';

test('events show as they arrive, are expanded, filtered and paused; refused ones say why', async ({ page }) => {
  await makeWorkspace(page, workspace);
  const key = await makeSource(page, workspace, 'e2e-live');
  await open(page, `/w/${workspace}/live`);
  await expect(page.getByText('Connected')).toBeVisible();
  await send(page, key, { type: 'track', userId: 'e2e-live-visitor', event: 'Lamp Lit', properties: { room: 'hall', watts: 40 } });
  const log = page.getByRole('log', { name: 'Events as they arrive' });
  const lit = log.getByRole('button', { name: /Lamp Lit.*room: hall.*e2e-live/ });
  await lit.click();
  await expect(log.getByRole('region', { name: 'Properties' })).toContainText('"watts": 40');

  await send(page, key, { type: 'track', event: 'Of nobody' });
  await page.getByRole('combobox', { name: 'Outcome' }).click();
  await page.getByRole('option', { name: 'Refused' }).click();
  await expect(log.getByRole('listitem')).toHaveCount(1);
  await expect(log.getByText(/neither userId nor anonymousId/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Outcome' }).click();
  await page.getByRole('option', { name: 'Every outcome' }).click();
  // The server is asked for other calls than before, and until it knows, these do not come.
  await expect(page.getByText('Connected')).toBeVisible();

  await page.getByRole('button', { name: 'Pause' }).click();
  await send(page, key, { type: 'track', userId: 'e2e-live-visitor', event: 'Lamp Put Out' });
  await expect(page.getByText('Standing still, 1 waiting')).toBeVisible();
  await expect(log.getByText('Lamp Put Out')).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(log.getByText('Lamp Put Out')).toBeVisible();

  // The list never grows without bound.
  await send(page, key, ...Array.from({ length: 60 }, (_, step) => ({ type: 'track', userId: 'e2e-live-visitor', event: 'Stair Climbed', properties: { step } })));
  await expect(page.getByText(/came too fast to be shown/)).toBeVisible();

  await page.getByRole('tab', { name: 'Kept aside' }).click();
  await page.getByRole('list', { name: 'Calls kept aside' }).getByRole('button').first().click();
  await expect(page.getByRole('region', { name: 'What was sent' })).toContainText('Of nobody');
});
