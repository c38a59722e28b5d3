import { open } from './support/settled.ts';
import { makeSource, send } from './support/sources.ts';
import { expect, test } from './support/test.ts';
import { makeWorkspace } from './support/workspaces.ts';

test('the pipeline tells live what went through it', async ({ page }) => {
  await makeWorkspace(page, 'e2e-pipeline');
  const key = await makeSource(page, 'e2e-pipeline', 'e2e-pipeline');
  await open(page, '/w/e2e-pipeline/pipeline');
  const received = page.getByRole('list', { name: 'Stages of the pipeline' }).getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Received' }) });
  const total = async () => Number(/([\d,]+) in all/.exec((await received.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  const before = await total();
  await send(page, key, ...Array.from({ length: 50 }, (_, index) => ({ type: 'track', userId: `e2e-pipeline-${String(index)}`, event: 'Counted' })));
  await expect.poll(total).toBeGreaterThanOrEqual(before + 50);
  await expect(page.getByRole('table', { name: 'Partitions of the log' }).getByRole('row')).not.toHaveCount(1);
});
