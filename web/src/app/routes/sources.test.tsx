import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { source } from '@/testing/mocks/source-handlers';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('sources', () => {
  it('are listed with their state and how much they sent', async () => {
    renderApp('/w/default/sources');
    const table = await screen.findByRole('table', { name: 'Sources' });
    expect(within(table).getByRole('row', { name: /^Web shop .*Receiving.*88,412/ })).toBeVisible();
    expect(within(table).getByRole('row', { name: /^Warehouse .*Switched off.*never/ })).toBeVisible();
  });

  it('that there are none of say what one is', async () => {
    backend.sources.splice(0);
    renderApp('/w/default/sources');
    expect(await screen.findByText('No sources yet')).toBeVisible();
  });

  it('are made with a key shown once and a snippet, and wait for the first event', async () => {
    const { user } = renderApp('/w/default/new-source');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Shop app');
    await user.click(screen.getByRole('radio', { name: 'Server' }));
    await user.click(screen.getByRole('button', { name: 'Create the source' }));
    expect(within(await screen.findByRole('region', { name: 'Write key' })).getByText('wk_new')).toBeVisible();
    expect(screen.getByRole('region', { name: 'the snippet for Node.js' })).toHaveTextContent('wk_new');
    expect(screen.getByText('Waiting for the first event …')).toBeVisible();
    const made = backend.sources.find(({ key }) => key === 'shop-app');
    expect(made?.kind).toBe('server');
    Object.assign(made ?? {}, { calls: 1, lastReceivedAt: '2026-01-05T09:31:00Z' });
    expect(await screen.findByText('Received: the source sends')).toBeVisible();
    expect(screen.getByText(/^One call is stored/)).toBeVisible();
  });

  it('whose name is taken say so beside it', async () => {
    const { user } = renderApp('/w/default/new-source');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Web shop');
    await user.click(screen.getByRole('button', { name: 'Create the source' }));
    expect(await screen.findByText(/There is a source "web-shop" already/)).toBeVisible();
  });

  it('may not be seen without permission', async () => {
    server.use(http.get('*/api/sources', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see sources.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/default/sources');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('a source', () => {
  it('shows its snippets with a placeholder, and why calls were refused', async () => {
    renderApp('/w/default/sources/web-shop');
    expect(await screen.findByRole('region', { name: 'the snippet for a web page' })).toHaveTextContent('YOUR_WRITE_KEY');
    const refused = await screen.findByRole('table', { name: 'Why calls were kept aside' });
    expect(within(refused).getAllByRole('row')).toHaveLength(2);
    expect(within(refused).getByText(/neither a userId nor an anonymousId/)).toBeVisible();
  });

  it('is renamed and switched off', async () => {
    const { user } = renderApp('/w/default/sources/web-shop');
    await user.click(await screen.findByRole('button', { name: 'More for Web shop' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'The shop');
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    // The menu that led here is closed, so the focus goes back to its button.
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'More for The shop' })).toHaveFocus();
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'The shop' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'More for The shop' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Switch off' }));
    await waitFor(() => {
      expect(backend.sources.find(({ key }) => key === 'web-shop')?.enabled).toBe(false);
    });
    expect(await within(screen.getByRole('region', { name: 'At a glance' })).findByText('Switched off')).toBeVisible();
  });

  it('gets another key after asking', async () => {
    const { user } = renderApp('/w/default/sources/web-shop');
    await user.click(await screen.findByRole('button', { name: 'New write key' }));
    await user.click(await screen.findByRole('button', { name: 'Make a new key' }));
    expect(within(await screen.findByRole('region', { name: 'Write key' })).getByText('wk_rotated')).toBeVisible();
    expect(await screen.findByText('Key before, until')).toBeVisible();
  });

  it('that segments ask about is deleted only after they were named', async () => {
    const { user } = renderApp('/w/default/sources/web-shop');
    await user.click(await screen.findByRole('button', { name: 'More for Web shop' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('link', { name: 'Exporters' })).toBeVisible();
    expect(backend.sources.some(({ key }) => key === 'web-shop')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Delete it all the same' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
    expect(backend.sources.some(({ key }) => key === 'web-shop')).toBe(false);
  });

  it('turns to received by itself', async () => {
    backend.sources.push(source({ key: 'fresh', name: 'Fresh' }));
    renderApp('/w/default/sources/fresh');
    expect(await screen.findByText('Waiting for the first event …')).toBeVisible();
    Object.assign(backend.sources.at(-1) ?? {}, { calls: 3, lastReceivedAt: '2026-01-05T09:31:00Z' });
    await waitFor(() => {
      expect(screen.queryByText('Waiting for the first event …')).not.toBeInTheDocument();
    });
  });

  it('that does not exist says so', async () => {
    renderApp('/w/default/sources/nowhere');
    expect(await screen.findByText('There is no such source')).toBeVisible();
  });
});
