import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { overview, rfm, segments } from '@/testing/mocks/answers';
import { doneImport } from '@/testing/mocks/handlers';
import { addressSearch, renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

// What is on its way is looked at every few seconds.
const pollingPatience = { timeout: 10_000 };

function sampleShop() {
  const shop = backend.samples.find(({ key }) => key === 'default');
  if (!shop) throw new Error('The mocks have no sample shop.');
  return shop;
}

function problem(status: number, title: string, detail: string) {
  return HttpResponse.json({ title, detail, status, code: 'test' }, { status });
}

describe('the overview', () => {
  it('shows the figures of the workspace', async () => {
    renderApp('/w/default/overview');
    const figures = overview(sampleShop(), null, 'month');
    expect(await screen.findByText(figures.orders.toLocaleString('en-US'))).toBeVisible();
    expect(screen.getByText('Average order')).toBeVisible();
    expect((await screen.findAllByText(/in 30 days/)).length).toBe(3);
    expect(screen.getByText('have bought, of 960 known, visitors included')).toBeVisible();
  });

  it('says who brings most of the revenue', async () => {
    renderApp('/w/default/overview');
    const best = segments(sampleShop()).reduce((top, segment) => (segment.revenueShare > top.revenueShare ? segment : top));
    expect(await screen.findByRole('heading', { name: new RegExp(`^${best.name} are .* of customers and bring .* of revenue$`) })).toBeVisible();
  });

  it('tells the mosaic to those who hear it', async () => {
    renderApp('/w/default/overview');
    expect(await screen.findByRole('img', { name: /^Of 100 customers: Champions \d+%/ })).toBeVisible();
    expect(screen.getByRole('img', { name: /^Of €100 of revenue: Champions \d+%/ })).toBeVisible();
  });

  it('leads from a cell of the grid to its segment', async () => {
    const { user } = renderApp('/w/default/overview');
    const cell = await screen.findByRole('link', { name: /^Recency 5, frequency 5: .*Champions/ });
    await user.click(cell);
    expect(await screen.findByRole('heading', { level: 1, name: 'Champions' })).toBeVisible();
  });

  it('shows the details of the cell that has the focus', async () => {
    const { user } = renderApp('/w/default/overview');
    await user.hover(await screen.findByRole('link', { name: /^Recency 5, frequency 4/ }));
    expect(screen.getByText('Recency 5 · Frequency 4')).toBeVisible();
  });

  it('keeps what is shown in the address', async () => {
    const { user } = renderApp('/w/default/overview');
    await user.click(await screen.findByRole('radio', { name: '90 days' }));
    await user.click(within(await screen.findByRole('radiogroup', { name: 'Colour the cells by' })).getByRole('radio', { name: 'Revenue' }));
    await user.click(within(await screen.findByRole('radiogroup', { name: 'Measure' })).getByRole('radio', { name: 'Orders' }));
    expect(Object.fromEntries(addressSearch())).toEqual({ period: '90d', heat: 'revenue', measure: 'orders' });
  });

  it('asks for the period that the address names, ending with the data', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => {
      if (request.url.includes('/insights/overview')) asked.push(new URL(request.url).search);
    });
    renderApp('/w/default/overview?period=30d');
    await screen.findAllByText(/against the 30 days before/);
    expect(asked).toContain('?interval=day&from=2025-12-02');
  });

  it('reads the chart as a table', async () => {
    const { user } = renderApp('/w/default/overview');
    await user.click(await screen.findByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('table', { name: 'Revenue per month' });
    expect(within(table).getAllByRole('row')).toHaveLength(13);
  });

  it('keeps a failure in its panel and tries again', async () => {
    server.use(http.get('*/api/segments', () => problem(500, 'The segments could not be read', 'The engine gave up. Try again.'), { once: true }));
    const { user } = renderApp('/w/default/overview');
    const panel = await screen.findByRole('region', { name: 'Who your customers are' });
    expect(await within(panel).findByRole('alert')).toHaveTextContent('The segments could not be read');
    expect(await screen.findByText('Top products')).toBeVisible();
    await user.click(within(panel).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('img', { name: /^Of 100 customers/ })).toBeVisible();
  });

  it('says what one may not see', async () => {
    server.use(http.get('*/api/insights/overview', () => problem(403, 'Forbidden', 'Ask for the permission to see figures.')));
    renderApp('/w/default/overview');
    expect((await screen.findAllByText('You may not see this')).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Ask for the permission to see figures.').length).toBeGreaterThan(0);
  });

  it('shows how far the first import is, and itself when the import is through', async () => {
    let running = true;
    server.use(
      http.get('*/api/imports', () =>
        HttpResponse.json({ items: [running ? { ...doneImport('orders-2025.csv'), state: 'reading', rowsRead: 270_954, bytesRead: 22_790_319 } : doneImport('orders-2025.csv')], next: null }),
      ),
      http.get('*/api/insights/overview', () => (running ? undefined : HttpResponse.json(overview(sampleShop(), null, 'month')))),
    );
    renderApp('/w/empty/overview');
    expect(await screen.findByText(/orders-2025.csv/)).toHaveTextContent('Reading the file orders-2025.csv. 270,954 rows so far, 50% of 45.6 MB.');
    expect(screen.getByRole('progressbar', { name: 'Reading the file' })).toHaveAttribute('aria-valuenow', '50');
    expect(screen.queryByText(/has no data yet/)).not.toBeInTheDocument();
    running = false;
    expect(await screen.findByRole('heading', { level: 1, name: 'Overview' }, pollingPatience)).toBeVisible();
  });

  it('says that the segments are on their way while they are computed', async () => {
    server.use(
      http.get('*/api/segments', () => HttpResponse.json({ items: segments(sampleShop()).map((segment) => ({ ...segment, size: 0 })), next: null })),
      http.get('*/api/rfm', () => HttpResponse.json({ ...rfm(sampleShop(), backend.rfmOptions), state: 'computing', customers: 0, computedAt: null })),
    );
    renderApp('/w/default/overview');
    expect((await screen.findAllByRole('progressbar', { name: 'Scoring the customers' })).length).toBe(3);
    expect(screen.queryByText(/No segments yet/)).not.toBeInTheDocument();
  });

  it('welcomes an empty workspace with the way to its first file', async () => {
    const { user } = renderApp('/w/empty/overview');
    expect(await screen.findByRole('heading', { name: 'Welcome to Tessera' })).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Choose a file' }));
    expect(await screen.findByRole('heading', { name: 'Import a file' })).toBeVisible();
  });
});
