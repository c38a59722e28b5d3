import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { segments } from '@/testing/mocks/answers';
import { addressSearch, renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

function path(): string {
  return globalThis.location.pathname;
}

describe('the addresses of segments', () => {
  it('open the segment whose key is “new”', async () => {
    renderApp('/w/default/segments/new');
    expect(await screen.findByRole('heading', { level: 1, name: 'New' })).toBeVisible();
    expect(await screen.findByText('R is 5, F is 1')).toBeVisible();
  });

  it('open it from the overview’s list', async () => {
    const { user } = renderApp('/w/default/overview');
    await user.click(await screen.findByRole('link', { name: 'New' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'New' })).toBeVisible();
    expect(path()).toBe('/w/default/segments/new');
  });

  it('lead from the builder’s former one to the builder where no segment has that key', async () => {
    server.use(http.get('*/api/segments/new', () => HttpResponse.json({ title: 'No such segment', detail: 'There is none.', status: 404, code: 'segment-not-found' }, { status: 404 })));
    renderApp('/w/default/segments/new?from=champions');
    expect(await screen.findByRole('heading', { level: 1, name: 'New segment' })).toBeVisible();
    expect(path()).toBe('/w/default/new-segment');
    expect(addressSearch().get('from')).toBe('champions');
  });

  it('lead from the library’s former one to the library', async () => {
    renderApp('/w/default/segments/library');
    expect(await screen.findByRole('heading', { level: 1, name: 'Ready segments' })).toBeVisible();
    expect(path()).toBe('/w/default/segment-library');
  });

  it('lead from the comparison’s former one to the same comparison', async () => {
    const [one, other] = backend.samples.flatMap(segments);
    renderApp(`/w/default/segments/compare?a=${one?.key ?? ''}&b=${other?.key ?? ''}`);
    expect(await screen.findByText('Revenue per customer')).toBeVisible();
    expect(path()).toBe('/w/default/segment-comparison');
    expect(Object.fromEntries(addressSearch())).toEqual({ a: one?.key, b: other?.key });
  });

  it('show in the navigation where one is', async () => {
    renderApp('/w/default/segment-library');
    expect(await screen.findByRole('link', { name: 'Segments', current: 'page' })).toBeVisible();
  });
});
