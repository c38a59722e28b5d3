import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { addressSearch, renderApp } from '@/testing/render-app';
import { server } from '@/testing/server';

describe('companies', () => {
  it('are found as one types and lead to their page', async () => {
    const { user } = renderApp('/w/design-saas/customers/companies');
    const table = await screen.findByRole('table', { name: 'Companies' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    await user.type(screen.getByRole('searchbox', { name: 'Search companies' }), 'acme');
    await waitFor(() => {
      expect(within(screen.getByRole('table', { name: 'Companies' })).getAllByRole('row')).toHaveLength(2);
    });
    expect(addressSearch().get('search')).toBe('acme');
    await user.click(screen.getByRole('link', { name: 'Acme Furniture' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Acme Furniture' })).toBeVisible();
  });

  it('that there are none of say where they come from', async () => {
    renderApp('/w/default/customers/companies');
    expect(await screen.findByText('No companies yet')).toBeVisible();
  });

  it('may not be seen without permission', async () => {
    server.use(http.get('*/api/companies', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see companies.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/design-saas/customers/companies');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('a company', () => {
  it('shows members with their times, traits with source, and what they did', async () => {
    renderApp('/w/design-saas/customers/companies/00000000-0000-4000-9000-000000000001');
    const members = await screen.findByRole('table', { name: 'Members of the company' });
    expect(within(members).getAllByText('Belongs')).toHaveLength(1);
    expect(within(members).getAllByText('Left')).toHaveLength(1);
    expect(screen.getByRole('table', { name: 'Traits of the company' })).toHaveTextContent('furniture');
    expect(await screen.findByRole('button', { name: /Board Shared/ })).toBeVisible();
  });

  it('that does not exist says so', async () => {
    renderApp('/w/design-saas/customers/companies/00000000-0000-4000-9000-999999999999');
    expect(await screen.findByText('There is no such company')).toBeVisible();
  });
});
