import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('webhooks', () => {
  it('are listed with how they fare', async () => {
    renderApp('/w/default/webhooks');
    const table = await screen.findByRole('table', { name: 'Webhooks' });
    expect(within(table).getByRole('row', { name: /^Newsletter.*Some given up.*412 1$/ })).toBeVisible();
    expect(within(table).getByRole('row', { name: /^Old shop.*Switched off by itself/ })).toBeVisible();
  });

  it('that there are none of say what one is', async () => {
    backend.webhooks.webhooks = [];
    renderApp('/w/default/webhooks');
    expect(await screen.findByText('No webhooks yet')).toBeVisible();
  });

  it('may not be seen without permission', async () => {
    server.use(http.get('*/api/webhooks', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see webhooks.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/default/webhooks');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('are made with a secret shown once, and say what is wrong with an address', async () => {
    const { user } = renderApp('/w/default/new-webhook');
    const address = await screen.findByRole('textbox', { name: 'Address' });
    await user.type(address, 'http://example.org/hook');
    await user.click(screen.getByRole('button', { name: 'Create the webhook' }));
    expect(await screen.findByText('The address has to begin with https://.')).toBeVisible();
    await user.clear(address);
    await user.type(address, 'https://example.org/hook');
    await user.click(screen.getByRole('checkbox', { name: 'Somebody left a segment' }));
    await user.click(screen.getByRole('button', { name: 'Create the webhook' }));
    expect(within(await screen.findByRole('region', { name: 'Secret' })).getByText('whsec_new')).toBeVisible();
    expect(backend.webhooks.webhooks.at(-1)).toMatchObject({ name: 'example.org', types: ['segment.entered'] });
  });
});

describe('a webhook', () => {
  it('shows its deliveries with tries and answers, and what was sent', async () => {
    const { user } = renderApp('/w/default/webhooks/wh-1');
    const list = await screen.findByRole('list', { name: 'Deliveries' });
    const waiting = within(list).getByRole('button', { name: /Entered.*champions.*Waiting.*The receiver answered 503/ });
    await user.click(waiting);
    expect(within(list).getByText(/msg-3/).closest('p')).toHaveTextContent('2 tries, answered 503');
    expect(within(list).getByRole('region', { name: 'What is sent' })).toHaveTextContent('"segment": "champions"');
  });

  it('sends one delivery again, and all that were given up', async () => {
    const { user } = renderApp('/w/default/webhooks/wh-1');
    await user.click(await screen.findByRole('button', { name: 'Send msg-2 again' }));
    await waitFor(() => {
      expect(backend.webhooks.deliveries.find(({ id }) => id === 'msg-2')?.state).toBe('pending');
    });
    await user.click(screen.getByRole('button', { name: 'Send the 1 given up again' }));
    await waitFor(() => {
      expect(screen.queryByText('Given up', { selector: '.mantine-Badge-label' })).not.toBeInTheDocument();
    });
    expect(backend.webhooks.deliveries.every(({ state }) => state === 'pending')).toBe(true);
  });

  it('is filtered to the dead letters, in the address', async () => {
    const { user } = renderApp('/w/default/webhooks/wh-1');
    await user.click(await screen.findByRole('radio', { name: 'Given up' }));
    await waitFor(() => {
      expect(within(screen.getByRole('list', { name: 'Deliveries' })).getAllByRole('listitem')).toHaveLength(1);
    });
    expect(globalThis.location.search).toBe('?state=dead');
  });

  it('sends a trial and says what came of it', async () => {
    const { user } = renderApp('/w/default/webhooks/wh-1');
    await user.click(await screen.findByRole('button', { name: 'Send a trial' }));
    expect(await screen.findByText(/The trial was not taken, in 12 ms: The receiver answered 500/)).toBeVisible();
  });

  it('that was switched off by 410 says so and is switched on again', async () => {
    const { user } = renderApp('/w/default/webhooks/wh-2');
    expect(await screen.findByText(/answered 410 Gone/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Switch it on again' }));
    await waitFor(() => {
      expect(screen.queryByText(/answered 410 Gone/)).not.toBeInTheDocument();
    });
    expect(backend.webhooks.webhooks[1]?.enabled).toBe(true);
  });

  it('is changed, given another secret and deleted', async () => {
    const { user } = renderApp('/w/default/webhooks/wh-1');
    const more = await screen.findByRole('button', { name: 'More for Newsletter' });
    await user.click(more);
    await user.click(await screen.findByRole('menuitem', { name: 'Change' }));
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Letters');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Letters' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'More for Letters' }));
    await user.click(await screen.findByRole('menuitem', { name: 'New secret' }));
    await user.click(await screen.findByRole('button', { name: 'Make a new secret' }));
    expect(await screen.findByText('whsec_rotated')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'More for Letters' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
    expect(screen.queryByText('Letters')).not.toBeInTheDocument();
  });

  it('that does not exist says so', async () => {
    renderApp('/w/default/webhooks/nowhere');
    expect(await screen.findByText('There is no such webhook')).toBeVisible();
  });
});
