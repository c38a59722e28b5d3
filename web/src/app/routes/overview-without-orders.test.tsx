import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { overview } from '@/testing/mocks/answers';
import { doneImport } from '@/testing/mocks/handlers';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

function tool() {
  const sample = backend.samples.find(({ key }) => key === 'design-saas');
  if (!sample) throw new Error('The mocks have no sample tool.');
  return sample;
}

/** A team whose product sends what people do, and that sells nothing here. */
function sellsNothing() {
  server.use(
    http.get('*/api/insights/overview', () =>
      HttpResponse.json({ ...overview(tool(), null, 'month'), asOf: null, from: null, to: null, knownProfiles: 1_480, customers: 0, activeCustomers: 0, newCustomers: 0, orders: 0, revenue: 0, series: [], topProducts: [], countries: [] }),
    ),
  );
  backend.written.push({ key: 'exporters', name: 'Exporters', description: '', definition: 'did "Export File"', versions: [] });
}

describe('the overview of a workspace without orders', () => {
  it('shows its people, what they do and its segments, and no money', async () => {
    sellsNothing();
    renderApp('/w/design-saas/overview');
    expect(await screen.findByText('1,480')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    expect((await screen.findAllByText(/of all did anything in (7|30) days$/)).length).toBe(2);
    expect(await screen.findByText(/of all came in 30 days$/)).toBeVisible();
    expect(await screen.findByRole('img', { name: /^Calls of all events a day, the last 30 days/ })).toBeVisible();
    expect(within(await screen.findByRole('table', { name: 'Events' })).getByRole('link', { name: 'Product Added' })).toBeVisible();
    expect(within(await screen.findByRole('table', { name: 'Segments' })).getByRole('link', { name: 'Exporters' })).toBeVisible();
    expect(screen.queryByText('Average order')).not.toBeInTheDocument();
    expect(screen.queryByText('Welcome to Tessera')).not.toBeInTheDocument();
    expect(screen.getByText(/^Revenue, orders and RFM segments show here with the first order/)).toBeVisible();
  });

  it('leads to the library while there are no segments', async () => {
    sellsNothing();
    backend.written.length = 0;
    const { user } = renderApp('/w/design-saas/overview');
    await user.click(await screen.findByRole('link', { name: 'Take a ready one' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ready segments' })).toBeVisible();
  });

  it('shows how far a file is while one is on its way', async () => {
    sellsNothing();
    server.use(http.get('*/api/imports', () => HttpResponse.json({ items: [{ ...doneImport('orders.csv'), state: 'reading' }], next: null })));
    renderApp('/w/design-saas/overview');
    expect(await screen.findByRole('progressbar', { name: 'Reading the file' })).toBeVisible();
  });

  it('welcomes an empty workspace with a source beside the file', async () => {
    const { user } = renderApp('/w/empty/overview');
    await user.click(await screen.findByRole('link', { name: 'Set up a source' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  });
});
