import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('a new workspace', () => {
  it('is made from the switcher, with a key that follows the name, and opened', async () => {
    const { user } = renderApp('/w/default/segments');
    await user.click(await screen.findByRole('button', { name: /^Workspace: Sample shop/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'New workspace' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Grüne Türen');
    expect(screen.getByRole('textbox', { name: 'Key' })).toHaveValue('grune-turen');
    const zone = screen.getByRole('combobox', { name: 'Time zone' });
    await user.clear(zone);
    await user.type(zone, 'vienna');
    await user.click(await screen.findByRole('option', { name: 'Europe/Vienna' }));
    await user.click(screen.getByRole('button', { name: 'Create the workspace' }));
    expect(await screen.findByRole('button', { name: /^Workspace: Grüne Türen/ })).toBeVisible();
    expect(globalThis.location.pathname).toBe('/w/grune-turen/overview');
    expect(backend.samples.at(-1)).toMatchObject({ key: 'grune-turen', currency: 'EUR', timeZone: 'Europe/Vienna' });
  });

  it('whose key is taken or none says so beside it', async () => {
    const { user } = renderApp('/w/default/new-workspace');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Design');
    const key = screen.getByRole('textbox', { name: 'Key' });
    await user.clear(key);
    await user.type(key, 'Design!');
    expect(screen.getByText('Lower-case letters, digits and inner hyphens.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Create the workspace' })).toBeDisabled();
    await user.clear(key);
    await user.type(key, 'design-saas');
    await user.click(screen.getByRole('button', { name: 'Create the workspace' }));
    expect(await screen.findByText(/There is a workspace "design-saas" already/)).toBeVisible();
  });

  it('may not be made without permission', async () => {
    backend.administrator = false;
    const { user } = renderApp('/w/default/new-workspace');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Mine');
    await user.click(screen.getByRole('button', { name: 'Create the workspace' }));
    expect(await screen.findByText('Only an administrator may do this.')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument();
  });
});

describe('the workspace', () => {
  it('gets another name, and another time zone in which times are shown', async () => {
    const { user } = renderApp('/w/default/workspace');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(name);
    await user.type(name, 'The shop');
    const zone = screen.getByRole('combobox', { name: 'Time zone' });
    await user.clear(zone);
    await user.type(zone, 'honolulu');
    await user.click(await screen.findByRole('option', { name: 'Pacific/Honolulu' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: /^Workspace: The shop/ })).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Live events' }));
    expect(await screen.findByText(/Times are in Pacific\/Honolulu/)).toBeVisible();
  });

  it('that cannot be asked for says so, and is tried again', async () => {
    server.use(http.get('*/api/workspaces', () => HttpResponse.json({ title: 'Broken', detail: 'The list is broken.', status: 500, code: 'broken' }, { status: 500 }), { once: true }));
    const { user } = renderApp('/w/default/workspace');
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Sample shop');
    });
  });
});
