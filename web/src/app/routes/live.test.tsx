import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { liveCall } from '@/testing/mocks/tracking-handlers';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

async function watch() {
  const rendered = renderApp('/w/default/live');
  expect(await screen.findByText('Listening …')).toBeVisible();
  await waitFor(() => {
    expect(backend.feed.isWatched).toBe(true);
  });
  return rendered;
}

describe('live events', () => {
  it('show as they arrive, whole on demand', async () => {
    const { user } = await watch();
    backend.feed.send('call', liveCall());
    const log = await screen.findByRole('log', { name: 'Events as they arrive' });
    expect(log).toHaveAttribute('aria-live', 'off');
    await user.click(within(log).getByRole('button', { name: /Product Added.*price: 14.5.*web-shop/ }));
    expect(within(log).getByRole('region', { name: 'Properties' })).toHaveTextContent('"product_id": "T-101"');
    expect(within(log).getByRole('region', { name: 'Context' })).toHaveTextContent('4.2.0');
    expect(within(log).getByRole('link', { name: '12003' })).toHaveAttribute('href', '/w/default/customers/00000000-0000-4000-8000-000000000003');
  });

  it('stand still when paused, count what waits, and go on', async () => {
    const { user } = await watch();
    backend.feed.send('call', liveCall({ name: 'First' }));
    expect(await screen.findByText('First')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    backend.feed.send('call', liveCall({ name: 'Second' }));
    expect(await screen.findByText('Standing still, 1 waiting')).toBeVisible();
    expect(screen.queryByText('Second')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('Second')).toBeVisible();
  });

  it('are filtered by name, type and outcome', async () => {
    const { user } = await watch();
    backend.feed.send('call', liveCall({ name: 'Product Added' }));
    backend.feed.send('call', liveCall({ type: 'page', name: 'Start' }));
    backend.feed.send('call', liveCall({ accepted: false, id: null, type: null, name: null, profileId: null, properties: null, context: null, reason: 'the call has no event', field: 'event' }));
    const log = await screen.findByRole('log');
    await waitFor(() => {
      expect(within(log).getAllByRole('listitem')).toHaveLength(3);
    });
    await user.click(screen.getByRole('combobox', { name: 'Outcome' }));
    await user.click(await screen.findByRole('option', { name: 'Refused' }));
    expect(within(log).getAllByRole('listitem')).toHaveLength(1);
    expect(within(log).getByText('the call has no event')).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'Outcome' }));
    await user.click(await screen.findByRole('option', { name: 'Every outcome' }));
    await user.type(screen.getByRole('searchbox', { name: 'Filter the events' }), 'start');
    expect(within(log).getAllByRole('listitem')).toHaveLength(1);
    // What comes too fast to be shown is looked through too, where it arrives.
    await waitFor(() => {
      expect(backend.feed.asked).toBe('?search=start');
    });
    backend.feed.send('call', liveCall({ type: 'page', name: 'Start again' }));
    expect(await within(log).findByText('Start again')).toBeVisible();
  });

  it('that do not fit the filter are left to the server, and come back when asked for', async () => {
    const { user } = await watch();
    backend.feed.send('call', liveCall({ name: 'Product Added' }));
    expect(await screen.findByText('Product Added')).toBeVisible();
    await user.type(screen.getByRole('searchbox', { name: 'Filter the events' }), 'lamp');
    expect(await screen.findByText('Listening for what fits the filter …')).toBeVisible();
    await waitFor(() => {
      expect(backend.feed.asked).toBe('?search=lamp');
    });
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(await screen.findByText('Product Added')).toBeVisible();
    await waitFor(() => {
      expect(backend.feed.asked).toBe('');
    });
  });

  it('tell how many came too fast to be shown, and that the line was lost', async () => {
    await watch();
    backend.feed.send('dropped', { dropped: 1_200 });
    expect(await screen.findByText(/1,200 since you came, of which 1,200 came too fast to be shown/)).toBeVisible();
    backend.feed.end();
    expect(await screen.findByText('Lost, trying again …')).toBeVisible();
    expect(await screen.findByText('Connected')).toBeVisible();
  });

  it('may not be seen without permission', async () => {
    server.use(http.get('*/api/events/live', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see events.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/default/live');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('that were kept aside are shown whole with the reason', async () => {
    const { user } = renderApp('/w/default/live?tab=refused');
    const list = await screen.findByRole('list', { name: 'Calls kept aside' });
    await user.click(within(list).getByRole('button', { name: /neither userId nor anonymousId/ }));
    expect(within(list).getByRole('region', { name: 'What was sent' })).toHaveTextContent('"event": "Of nobody"');
  });
});
