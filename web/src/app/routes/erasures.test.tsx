import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

const customer = () => backend.samples[0]?.customers[3];

describe('erasing a customer', () => {
  it('waits for the name, then shows how far it is and which backups hold them', async () => {
    const { user } = renderApp(`/w/default/customers/${customer()?.id ?? ''}`);
    await user.click(await screen.findByRole('button', { name: 'Erase' }));
    const question = await screen.findByRole('dialog', { name: `Erase ${customer()?.name ?? ''}?` });
    const erase = within(question).getByRole('button', { name: 'Erase for good' });
    expect(erase).toBeDisabled();
    await user.type(within(question).getByRole('textbox'), customer()?.name ?? '');
    await user.click(erase);
    const list = await screen.findByRole('list', { name: 'Erasures' });
    expect(within(list).getByText('Under way')).toBeVisible();
    expect(within(list).getAllByRole('img', { name: 'done' })).toHaveLength(2);
    expect(within(list).getByText('/backups/monday')).toBeVisible();
    Object.assign(backend.erasures[0] ?? {}, { state: 'finished', engine: 'done', metadata: 'done', finishedAt: '2026-01-05T09:31:00Z' });
    expect(await within(list).findByText('Erased')).toBeVisible();
  });

  it('that may not be done says so where it was asked', async () => {
    server.use(http.delete('*/api/profiles/:id', () => HttpResponse.json({ title: 'Not allowed', detail: 'Only an administrator may erase customers.', status: 403, code: 'forbidden' }, { status: 403 })));
    const { user } = renderApp(`/w/default/customers/${customer()?.id ?? ''}`);
    await user.click(await screen.findByRole('button', { name: 'Erase' }));
    const question = await screen.findByRole('dialog');
    await user.type(within(question).getByRole('textbox'), customer()?.name ?? '');
    await user.click(within(question).getByRole('button', { name: 'Erase for good' }));
    await waitFor(() => {
      expect(within(question).getByRole('alert')).toHaveTextContent('Only an administrator may erase customers.');
    });
  });

  it('of nobody yet says where it is done', async () => {
    renderApp('/w/default/erasures');
    expect(await screen.findByText('Nobody was erased')).toBeVisible();
  });
});
