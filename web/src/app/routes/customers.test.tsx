import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addressSearch, renderApp } from '@/testing/render-app';
import { server } from '@/testing/server';

async function rowNames(): Promise<string[]> {
  const table = await screen.findByRole('table', { name: 'Customers' });
  return within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
}

describe('the customers', () => {
  it('are searched while typing, once per pause', async () => {
    const searches: (string | null)[] = [];
    server.events.on('request:start', ({ request }) => {
      const url = new URL(request.url);
      if (url.pathname === '/api/profiles') searches.push(url.searchParams.get('search'));
    });
    const { user } = renderApp('/w/default/customers');
    await user.type(await screen.findByRole('searchbox', { name: 'Search customers' }), 'rossi');
    await waitFor(async () => {
      const names = await rowNames();
      expect(names.every((name) => name.includes('Rossi'))).toBe(true);
    });
    expect(addressSearch().get('search')).toBe('rossi');
    expect(searches).toEqual([null, 'rossi']);
  });

  it('are filtered by segment', async () => {
    const { user } = renderApp('/w/default/customers');
    await user.click(await screen.findByRole('combobox', { name: 'Segment' }));
    await user.click(await screen.findByRole('option', { name: 'At-Risk' }));
    await waitFor(() => {
      const table = screen.getByRole('table', { name: 'Customers' });
      const rows = within(table).getAllByRole('row').slice(1);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ textContent }) => textContent.includes('At-Risk'))).toBe(true);
    });
    expect(addressSearch().get('segment')).toBe('at-risk');
  });

  it('start a new question at its first page', async () => {
    const { user } = renderApp('/w/default/customers');
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    expect(addressSearch().get('cursor')).toBe('25');
    await user.type(screen.getByRole('searchbox', { name: 'Search customers' }), 'ada');
    await waitFor(() => {
      expect(addressSearch().get('search')).toBe('ada');
    });
    expect(addressSearch().get('cursor')).toBeNull();
  });

  it('opened by a link to a later page lead back to the first', async () => {
    const { user } = renderApp('/w/default/customers?cursor=50');
    await user.click(await screen.findByRole('button', { name: 'Previous' }));
    expect(addressSearch().get('cursor')).toBeNull();
  });

  it('that nobody matches offer to show everyone', async () => {
    const { user } = renderApp('/w/default/customers?search=nobody-is-called-so');
    await user.click(await screen.findByRole('button', { name: 'Show everyone' }));
    expect(await screen.findByRole('table', { name: 'Customers' })).toBeVisible();
    expect(screen.getByRole('searchbox', { name: 'Search customers' })).toHaveValue('');
  });

  it('have the columns one chooses, in the address and again the next time', async () => {
    const { user, unmount } = renderApp('/w/default/customers');
    await screen.findByRole('table', { name: 'Customers' });
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'plan' }));
    await user.click(screen.getByRole('checkbox', { name: 'Country' }));
    const table = screen.getByRole('table', { name: 'Customers' });
    await waitFor(() => {
      expect(within(table).getAllByText('studio').length).toBeGreaterThan(0);
    });
    expect(within(table).getByRole('columnheader', { name: 'plan' })).toBeVisible();
    expect(within(table).queryByRole('columnheader', { name: 'Country' })).not.toBeInTheDocument();
    expect(addressSearch().get('columns')).toBe('segment,since,last,orders,revenue,trait.plan');
    unmount();
    renderApp('/w/default/customers');
    expect(await screen.findByRole('columnheader', { name: 'plan' })).toBeVisible();
  });

  it('tell politely how many a search found, and keep the focus', async () => {
    const { user } = renderApp('/w/default/customers');
    const box = await screen.findByRole('searchbox', { name: 'Search customers' });
    await user.type(box, 'nobody-is-called-so');
    expect(await screen.findByRole('status', { name: '' })).toBeInTheDocument();
    await waitFor(() => {
      expect(screen.getAllByRole('status').some(({ textContent }) => textContent === 'Nobody matches')).toBe(true);
    });
    expect(box).toHaveFocus();
  });
});
