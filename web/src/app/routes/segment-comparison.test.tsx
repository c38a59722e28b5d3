import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { server } from '@/testing/server';

describe('the comparison', () => {
  it('shows who is in both, the figures, and what differs', async () => {
    renderApp('/w/default/segment-comparison?a=champions&b=loyal');
    expect(await screen.findByRole('img', { name: 'Only Champions: 29, Both: 5, Only Loyal: 15' })).toBeVisible();
    expect(screen.getByRole('row', { name: /^Revenue per customer .95.53 .339.65/ })).toBeVisible();
    expect(screen.getByRole('img', { name: 'Champions: 70.0%' })).toBeVisible();
  });

  it('asks for two segments', async () => {
    renderApp('/w/default/segment-comparison?a=champions');
    expect(await screen.findByText('Choose two segments')).toBeVisible();
  });

  it('says why there are none to choose from', async () => {
    server.use(http.get('*/api/segments', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see segments.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/default/segment-comparison');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
