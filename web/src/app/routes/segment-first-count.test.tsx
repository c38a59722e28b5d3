import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { segments } from '@/testing/mocks/answers';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

const patience = { timeout: 10_000 };

function fresh(state: 'computing' | 'ready' | 'failed') {
  const [model] = backend.samples.flatMap(segments);
  if (!model) throw new Error('The mocks have no segments.');
  return {
    ...model, key: 'fresh', name: 'Fresh', kind: 'rule', definition: 'did "Login"', rules: 'customers who did Login', version: 1, updatedAt: '2026-01-05T09:30:00Z', updatedBy: 'Owner',
    state, computedAt: state === 'ready' ? '2026-01-05T09:31:00Z' : null, failure: state === 'failed' ? 'It took too long.' : null, size: state === 'ready' ? 214 : 0, share: 0, trend: [], sizeChange: null,
  };
}

describe('a segment that was just made', () => {
  it('states no figure until it is counted for the first time', async () => {
    let state: 'computing' | 'ready' = 'computing';
    server.use(http.get('*/api/segments/fresh', () => HttpResponse.json(fresh(state))));
    renderApp('/w/default/segments/fresh');
    expect(await screen.findByText(/^Who belongs is being found for the first time/)).toBeVisible();
    expect(screen.getByText('did "Login"')).toBeVisible();
    expect(screen.queryByText('Share of revenue')).not.toBeInTheDocument();
    expect(screen.queryByText('Nobody entered.')).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Members' })).not.toBeInTheDocument();
    state = 'ready';
    expect(await screen.findByText('214', {}, patience)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Members' })).toBeVisible();
  });

  it('says why it could not be counted, and no figure either', async () => {
    server.use(http.get('*/api/segments/fresh', () => HttpResponse.json(fresh('failed'))));
    renderApp('/w/default/segments/fresh');
    expect(await screen.findByText('It took too long.')).toBeVisible();
    expect(screen.queryByText('Share of revenue')).not.toBeInTheDocument();
  });

  it('has no size in the list', async () => {
    server.use(http.get('*/api/segments', () => HttpResponse.json({ items: [fresh('computing')], next: null })));
    renderApp('/w/default/segments?kind=rule');
    const row = (await screen.findByRole('link', { name: 'Fresh' })).closest('tr');
    expect(within(row as HTMLElement).queryByText('0')).not.toBeInTheDocument();
    expect(within(row as HTMLElement).getByText('Computing')).toBeVisible();
  });

  it('says since when its size is kept instead of drawing a single point', async () => {
    server.use(
      http.get('*/api/segments/fresh', () => HttpResponse.json(fresh('ready'))),
      http.get('*/api/segments/fresh/history', () => HttpResponse.json({ items: [{ date: '2026-01-05', size: 214, revenue: null }], next: null, keptSince: '2026-01-05' })),
    );
    renderApp('/w/default/segments/fresh');
    expect(await screen.findByText('Kept since Jan 5, 2026')).toBeVisible();
    expect(screen.getByText(/^214 customers, counted for the first time/)).toBeVisible();
  });
});
