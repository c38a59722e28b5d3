import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('the identity rules', () => {
  it('are reached from the settings', async () => {
    const { user } = renderApp('/w/default/settings');
    await user.click(await screen.findByRole('link', { name: /^Identity rules/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Identity rules' })).toBeVisible();
  });

  it('are changed in priority, limits and blocked values', async () => {
    const { user } = renderApp('/w/default/identity');
    const kinds = await screen.findByRole('list', { name: 'Kinds of identifiers, by priority' });
    expect(screen.getByRole('button', { name: 'Save and resolve again' })).toBeDisabled();
    await user.click(within(kinds).getByRole('button', { name: 'E-mail counts earlier' }));
    await user.type(within(kinds).getByRole('textbox', { name: 'At most of E-mail' }), '2');
    await user.type(screen.getByRole('textbox', { name: 'Another kind' }), 'loyalty_card{Enter}');
    await user.type(screen.getByRole('combobox', { name: 'Blocked values' }), 'nobody@nowhere.com{Enter}');
    await user.click(screen.getByRole('button', { name: 'Save and resolve again' }));
    await waitFor(() => {
      expect(backend.identity.rules.kinds.map(({ kind, limit }) => [kind, limit])).toEqual([
        ['email', 2],
        ['user_id', 1],
        ['*', null],
        ['anonymous_id', null],
        ['loyalty_card', null],
      ]);
    });
    expect(backend.identity.rules.blocked).toContain('nobody@nowhere.com');
  });

  it('that are refused say why', async () => {
    const { user } = renderApp('/w/default/identity');
    await user.type(await screen.findByRole('textbox', { name: 'Another kind' }), 'Loyalty Card{Enter}');
    await user.click(screen.getByRole('button', { name: 'Save and resolve again' }));
    expect(await screen.findByText(/lower-case letters, digits and underscores/)).toBeVisible();
  });

  it('tell while what is known is resolved anew', async () => {
    backend.identity.rules.state = 'resolving';
    renderApp('/w/default/identity');
    expect(await screen.findByText(/being resolved by the changed rules/)).toBeVisible();
  });

  it('list what is kept apart, and let it together again', async () => {
    const { user } = renderApp('/w/default/identity');
    const table = await screen.findByRole('table', { name: 'Kept apart' });
    await user.click(within(table).getByRole('button', { name: 'Let email:ada@example.com and user_id:12003 come together again' }));
    expect(await screen.findByText('Nothing is kept apart')).toBeVisible();
  });

  it('may not be seen without permission', async () => {
    server.use(http.get('*/api/identity/rules', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see the rules.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/default/identity');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
