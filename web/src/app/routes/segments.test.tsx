import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { segments } from '@/testing/mocks/answers';
import { addressSearch, renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('the segments', () => {
  it('are listed with size, value, trend and advice', async () => {
    renderApp('/w/default/segments');
    const shop = backend.samples[0];
    if (!shop) throw new Error('The mocks have no workspace.');
    const link = await screen.findByRole('link', { name: 'Champions' });
    expect(within(screen.getByRole('main')).getAllByRole('listitem')).toHaveLength(segments(shop).length);
    const card = screen.getAllByRole('listitem').find((item) => item.contains(link));
    if (!card) throw new Error('The link stands in no card.');
    expect(card).toHaveTextContent('Thank them first');
    expect(within(card).getByRole('img', { name: /Champions: from \d+ to \d+ customers over 12 months/ })).toBeVisible();
  });

  it('lead an empty workspace to its first import', async () => {
    renderApp('/w/empty/segments');
    expect(await screen.findByRole('link', { name: 'Import your orders' })).toBeVisible();
  });
});

describe('a segment', () => {
  it('tells its rule, what to do, and who is in it', async () => {
    renderApp('/w/default/segments/champions');
    expect(await screen.findByText('R is 5 or 4, F is 5 or 4, M is 4 or 5')).toBeVisible();
    expect(screen.getByText(/^Thank them first/)).toBeVisible();
    const table = await screen.findByRole('table', { name: 'Members of the segment' });
    expect(within(table).getAllByRole('row')).toHaveLength(26);
    expect(within(table).getAllByRole('img', { name: /^Recency [45] of 5$/ }).length).toBe(25);
  });

  it('pages and sorts its members in the address', async () => {
    const { user } = renderApp('/w/default/segments/champions');
    const table = await screen.findByRole('table', { name: 'Members of the segment' });
    const first = within(table).getAllByRole('rowheader')[0]?.textContent;
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(addressSearch().get('cursor')).toBe('25');
    await vi.waitFor(() => {
      expect(within(table).getAllByRole('rowheader')[0]?.textContent).not.toBe(first);
    });
    await user.click(screen.getByRole('button', { name: 'Previous' }));
    expect(addressSearch().get('cursor')).toBeNull();

    const column = screen.getByRole('columnheader', { name: 'Orders' });
    expect(column).toHaveAttribute('aria-sort', 'none');
    await user.click(within(column).getByRole('button'));
    expect(column).toHaveAttribute('aria-sort', 'descending');
    expect(addressSearch().get('sort')).toBe('-frequency');
    await user.click(within(column).getByRole('button'));
    expect(addressSearch().get('sort')).toBe('frequency');
  });

  it('exports its members', async () => {
    const asked: (string | null)[] = [];
    URL.createObjectURL = vi.fn(() => 'blob:members');
    URL.revokeObjectURL = vi.fn();
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    server.use(
      http.get('*/api/segments/champions/members.csv', ({ request }) => {
        asked.push(request.headers.get('Tessera-Workspace'));
        return HttpResponse.text('profile_id\n');
      }),
    );
    const { user } = renderApp('/w/design-saas/segments/champions');
    await user.click(await screen.findByRole('button', { name: 'Export as CSV' }));
    await vi.waitFor(() => {
      expect(saved).toHaveBeenCalledOnce();
    });
    expect(asked).toEqual(['design-saas']);
  });

  it('that does not exist says so', async () => {
    renderApp('/w/default/segments/unknown');
    expect(await screen.findByText('There is no such segment')).toBeVisible();
  });
});
