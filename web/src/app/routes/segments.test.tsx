import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { segments } from '@/testing/mocks/answers';
import { addressSearch, renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

function exporters() {
  const first = { version: 1, name: 'Exporters', description: 'Ask them', definition: 'did "Export File"', changedAt: '2026-01-05T09:30:00Z', changedBy: 'Owner' };
  const second = { ...first, version: 2, definition: 'did "Export File" and plan is "free"' };
  return { key: 'exporters', name: 'Exporters', description: 'Ask them', definition: second.definition, versions: [second, first] };
}

describe('the segments', () => {
  it('are listed with size, share and trend', async () => {
    renderApp('/w/default/segments');
    const shop = backend.samples[0];
    if (!shop) throw new Error('The mocks have no workspace.');
    const table = await screen.findByRole('table', { name: 'Segments' });
    expect(within(table).getAllByRole('row')).toHaveLength(segments(shop).length + 1);
    const row = within(table).getByRole('row', { name: /Champions/ });
    expect(within(row).getByRole('img', { name: /Champions: from \d+ to \d+ customers over 12 months/ })).toBeVisible();
  });

  it('are found by kind, words and order, kept in the address', async () => {
    backend.written.push(exporters());
    const { user } = renderApp('/w/default/segments');
    await user.click(await screen.findByRole('radio', { name: 'Your own' }));
    expect(addressSearch().get('kind')).toBe('rule');
    const table = await screen.findByRole('table', { name: 'Segments' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(1);
    await user.type(screen.getByRole('searchbox', { name: 'Search segments' }), 'nothing like it');
    await user.click(await screen.findByRole('button', { name: 'Show all segments' }));
    await user.click(within(await screen.findByRole('columnheader', { name: 'Segment' })).getByRole('button'));
    expect(addressSearch().get('sort')).toBe('-name');
  });

  it('of the RFM model come with advice', async () => {
    renderApp('/w/default/segments?kind=rfm');
    expect(await screen.findByText(/^Thank them first/)).toBeVisible();
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
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: /^CSV/ }));
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

describe('a segment that somebody wrote', () => {
  it('tells why a member belongs, and what would change it', async () => {
    backend.written.push(exporters());
    const { user } = renderApp('/w/default/segments/exporters');
    const table = await screen.findByRole('table', { name: 'Members of the segment' });
    await user.click(within(table).getAllByRole('button', { name: /^Why .* belongs$/ })[0] ?? table);
    const reason = await screen.findByRole('dialog');
    expect(await within(reason).findByText('did Export File 4 times in the last 14 days; needs at least 3')).toBeVisible();
    expect(within(reason).getByText(/^No longer belongs from Jan 17, 2026/)).toBeVisible();
    expect(within(reason).getByRole('heading', { name: 'What would make them leave' })).toBeVisible();
    expect(within(reason).getByText('The 4 events that decided it')).toBeVisible();
  });

  it('shows what changed and goes back', async () => {
    backend.written.push(exporters());
    const { user } = renderApp('/w/default/segments/exporters');
    const changed = await screen.findByRole('list', { name: 'From version 1 to version 2' });
    expect(within(changed).getByText('plan is "free"')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Restore version 1' }));
    await vi.waitFor(() => {
      expect(backend.written[0]?.definition).toBe('did "Export File"');
    });
    expect(await screen.findByRole('heading', { name: 'Version 3' })).toBeVisible();
  });

  it('names what stands in the way of its deletion', async () => {
    const [first, second] = [exporters(), exporters()];
    backend.written.push(first, { ...second, key: 'others', definition: 'in segment "exporters"' });
    const { user } = renderApp('/w/default/segments/exporters');
    await user.click(await screen.findByRole('button', { name: 'More for this segment' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const refusal = await screen.findByRole('alert');
    expect(within(refusal).getByRole('link', { name: 'others' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Delete' })).toBeDisabled();
  });
});
