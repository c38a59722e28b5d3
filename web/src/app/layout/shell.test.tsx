import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

const overviewHeading = { level: 1, name: 'Overview' };

describe('the shell', () => {
  it('leads to every capability that has a screen', async () => {
    const { user } = renderApp('/w/default/overview');
    const navigation = await screen.findByRole('navigation', { name: 'Main' });
    for (const name of ['Customers', 'Segments', 'Imports', 'Overview']) {
      await user.click(within(navigation).getByRole('link', { name }));
      expect(await screen.findByRole('heading', { level: 1, name })).toBeVisible();
    }
  });

  it('remembers the workspace that was shown last', async () => {
    const { user, unmount } = renderApp('/w/default/overview');
    await user.click(await screen.findByRole('button', { name: /^Workspace: Sample shop/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sample design tool' }));
    expect(await screen.findByRole('button', { name: /^Workspace: Sample design tool/ })).toBeVisible();
    unmount();
    renderApp('/');
    expect(await screen.findByRole('button', { name: /^Workspace: Sample design tool/ })).toBeVisible();
  });

  it('refuses a workspace that one may not open', async () => {
    renderApp('/w/secret/overview');
    expect(await screen.findByText('There is no such workspace for you')).toBeVisible();
  });

  it('says so when an address leads nowhere', async () => {
    renderApp('/w/default/nowhere');
    expect(await screen.findByText('There is no such page')).toBeVisible();
  });

  it('switches the theme', async () => {
    const { user } = renderApp('/w/default/overview');
    await user.click(await screen.findByRole('button', { name: 'Use the dark theme' }));
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await user.click(screen.getByRole('button', { name: 'Use the light theme' }));
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'light');
  });

  it('signs out', async () => {
    const { user } = renderApp('/w/default/overview');
    await user.click(await screen.findByRole('button', { name: 'Account: Owner' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeVisible();
    expect(backend.signedIn).toBe(false);
  });

  it('leads to the sign-in page when the session ends in the middle', async () => {
    const { user } = renderApp('/w/default/overview');
    await screen.findByRole('heading', overviewHeading);
    backend.signedIn = false;
    await user.click(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'Customers' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  it('tells while the engine restarts', async () => {
    backend.engine = 'restarting';
    renderApp('/w/default/segments');
    expect(await screen.findByText(/The analytical engine is restarting/)).toBeVisible();
  });

  it('tells when the server does not answer', async () => {
    server.use(http.get('*/api/system', () => HttpResponse.error()));
    renderApp('/w/default/segments');
    expect(await screen.findByText(/Tessera does not answer. What you see may be out of date/)).toBeVisible();
  });

  it('finds screens, segments and customers by keyboard', async () => {
    const { user } = renderApp('/w/default/overview');
    await screen.findByRole('heading', overviewHeading);
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('textbox', { name: 'Search or go to' });
    await user.type(box, 'hibern');
    await user.click(await screen.findByRole('button', { name: /Hibernating/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Hibernating' })).toBeVisible();

    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('textbox', { name: 'Search or go to' }), '12007');
    await user.click(await screen.findByRole('button', { name: /12007/ }));
    await waitFor(() => {
      expect(globalThis.location.pathname).toBe('/w/default/customers/00000000-0000-4000-8000-000000000007');
    });
  });

  it('has a way past the navigation', async () => {
    renderApp('/w/default/overview');
    expect(await screen.findByRole('link', { name: 'Skip to the content' })).toHaveAttribute('href', '#main');
    expect(screen.getByRole('main')).toHaveAttribute('id', 'main');
  });
});
