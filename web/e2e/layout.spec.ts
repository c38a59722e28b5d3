import type { Page } from '@playwright/test';
import { makeSegment } from './support/segments.ts';
import { settled } from './support/settled.ts';
import { expect, test } from './support/test.ts';

/** Good by the measure of web.dev is below 0.1; half of that leaves nothing to miss with the pointer. */
const shiftAllowed = 0.05;
const delaysMs = [350, 50, 500, 150, 250];

/** What a page may use to watch itself: lives in the browser. */
interface Watching {
  shifts: { value: number; moved: string[] }[];
}

/** Adds up every shift from the first frame on, with what moved. */
function watchShifts(): void {
  const watching = globalThis as unknown as Watching;
  watching.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[] }[]) {
      const moved = entry.sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName ?? '?'} "${node?.textContent.slice(0, 30) ?? ''}" ${String(previousRect.y)} → ${String(currentRect.y)}`);
      watching.shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Answers come one after the other and in another order than asked, as over a slow line. */
async function slowLine(page: Page): Promise<void> {
  let asked = 0;
  await page.route('**/api/**', async (route) => {
    asked += 1;
    const delay = delaysMs[asked % delaysMs.length];
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue();
  });
}

test.describe.configure({ mode: 'parallel' });

for (const [size, viewport] of Object.entries({ wide: { width: 1440, height: 900 }, narrow: { width: 420, height: 860 } })) {
  test.describe(`nothing moves while it is loaded, ${size}`, () => {
    test.use({ viewport });

    for (const path of ['overview', 'segments', 'segments?kind=rfm', 'segments/champions', 'new-segment', 'segment-comparison?a=champions&b=loyal', 'segment-library', 'written', 'customers', 'customer', 'rfm', 'imports', 'sources', 'sources/default', 'live', 'webhooks', 'pipeline', 'customers/companies', 'catalogue', 'catalogue?tab=traits', 'identity']) {
      test(path, async ({ page }) => {
        let address = path;
        if (path === 'written') {
          await makeSegment(page, 'default', 'e2e-layout', 'rfm.monetary >= 4');
          address = 'segments/e2e-layout';
        }
        if (path === 'customer') {
          const answer = await page.request.get('/api/segments/champions/members?limit=1');
          const { items } = (await answer.json()) as { items: { profileId: string }[] };
          address = `customers/${items[0]?.profileId ?? ''}`;
        }
        await page.addInitScript(watchShifts);
        await slowLine(page);
        await page.goto(`/w/default/${address}`);
        await settled(page);
        const shifts = await page.evaluate(() => (globalThis as unknown as Watching).shifts);
        const total = shifts.reduce((sum, { value }) => sum + value, 0);
        expect(total, shifts.map(({ value, moved }) => `${value.toFixed(4)}: ${moved.join('; ')}`).join('\n')).toBeLessThan(shiftAllowed);
      });
    }
  });
}
