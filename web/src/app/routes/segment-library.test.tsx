import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import type { Schemas } from '@/testing/mocks/schemas';
import { backend, server } from '@/testing/server';

describe('the library', () => {
  it('says what each segment is for, and what is missing', async () => {
    renderApp('/w/default/segment-library');
    const strategy = await screen.findByRole('region', { name: 'By value' });
    expect(within(strategy).getByText('Who never pays the full price?')).toBeVisible();
    expect(within(strategy).getByText(/^The coupon is not known/)).toBeVisible();
    expect(within(strategy).queryByRole('button', { name: 'Use Discount only' })).toBeNull();
  });

  it('shows what there is while the sizes are still being found, and them once they are', async () => {
    let asked = 0;
    server.use(
      http.get('*/api/segments/library', () => {
        asked += 1;
        return HttpResponse.json({
          items: [{ key: 'dormant', name: 'Dormant', strategy: 'engagement', question: 'Who has stopped coming?', description: '', definition: '', parameters: [], metrics: [], available: true, missing: [], size: asked === 1 ? null : 37, adoptedAs: null }],
          next: null,
        } satisfies Schemas['Library']);
      }),
    );
    renderApp('/w/default/segment-library');
    expect(await screen.findByText('Who has stopped coming?')).toBeVisible();
    expect(screen.getByText('counting …')).toBeVisible();
    expect(await screen.findByText('37', {}, { timeout: 10_000 })).toBeVisible();
    expect(screen.queryByText('counting …')).not.toBeInTheDocument();
  });

  it('makes one the workspace’s own', async () => {
    const { user } = renderApp('/w/default/segment-library');
    await user.click(await screen.findByRole('button', { name: 'Use Power users' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Power users' })).toBeVisible();
    expect(backend.written.map(({ key }) => key)).toEqual(['power-users']);
  });
});
