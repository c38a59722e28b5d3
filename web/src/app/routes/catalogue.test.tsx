import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { addressSearch, renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('the catalogue', () => {
  it('lists events with volume and age, and flags odd ones with the reason', async () => {
    renderApp('/w/default/catalogue');
    const table = await screen.findByRole('table', { name: 'Events' });
    expect(within(table).getByRole('row', { name: /^Product Added.*44,973 448/ })).toBeVisible();
    expect(within(table).getByRole('img', { name: /^Product Added: 100, 101/ })).toBeVisible();
    expect(await within(table).findByText('Odd volume')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Odd volumes' })).getByText(/usually 31 times/)).toBeVisible();
  });

  it('is searched by name, in the address', async () => {
    const { user } = renderApp('/w/default/catalogue');
    const table = await screen.findByRole('table', { name: 'Events' });
    await user.type(screen.getByRole('searchbox', { name: 'Search events' }), 'refund');
    await waitFor(() => {
      expect(within(table).getAllByRole('row')).toHaveLength(2);
    });
    expect(addressSearch().get('search')).toBe('refund');
  });

  it('of a workspace without data says where it comes from', async () => {
    renderApp('/w/empty/catalogue');
    expect(await screen.findByText('Nothing received yet')).toBeVisible();
  });

  it('shows an event with its properties, types, top values and senders', async () => {
    const { user } = renderApp('/w/default/catalogue');
    await user.click(await screen.findByRole('link', { name: 'Product Added' }));
    const table = await screen.findByRole('table', { name: 'Properties of Product Added' });
    expect(within(table).getByRole('row', { name: /^price number 89.*9.90 10%/ })).toBeVisible();
    expect(screen.getByRole('table', { name: 'Sources of Product Added' })).toHaveTextContent('4.2.0');
  });

  it('says so when an event was never received', async () => {
    renderApp('/w/default/catalogue/Nothing%20Such');
    expect(await screen.findByText('There is no such event')).toBeVisible();
  });

  it('lists traits with what they mostly are', async () => {
    renderApp('/w/default/catalogue?tab=traits');
    expect(within(await screen.findByRole('table', { name: 'Traits' })).getByRole('row', { name: /^plan text.*free 65%/ })).toBeVisible();
  });

  it('may not be seen without permission', async () => {
    server.use(http.get('*/api/catalogue/events', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see the catalogue.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/default/catalogue');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('the tracking plan', () => {
  it('is drafted from what was seen, changed in the table and saved', async () => {
    const { user } = renderApp('/w/default/catalogue?tab=plan');
    await user.click(await screen.findByRole('button', { name: 'Draft one from what was seen' }));
    const planned = await screen.findByRole('list', { name: 'Planned events' });
    await user.click(within(planned).getByRole('button', { name: /^Product Added.*2 properties, 1 required/ }));
    const table = within(planned).getByRole('table', { name: 'Properties of Product Added' });
    await user.click(within(table).getByRole('checkbox', { name: 'price is required' }));
    await user.type(within(table).getByRole('textbox', { name: 'Values of currency' }), 'EUR, USD');
    await user.tab();
    await user.type(within(planned).getByRole('textbox', { name: 'Another property of Product Added' }), 'product_id{Enter}');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText(/^Version 1, changed/)).toBeVisible();
    expect(backend.plan.plan?.events[0]?.schema).toEqual({
      type: 'object',
      required: ['currency', 'price'],
      properties: { currency: { type: 'string', enum: ['EUR', 'USD'] }, price: { type: 'number', minimum: 0 }, product_id: { type: 'string' } },
    });
  });

  it('is imported as JSON, and says of what cannot be read where it is wrong', async () => {
    const { user } = renderApp('/w/default/catalogue?tab=plan');
    await user.click(await screen.findByRole('button', { name: 'Start an empty one' }));
    await user.click(screen.getByRole('radio', { name: 'JSON' }));
    const box = await screen.findByRole('textbox', { name: 'The plan as JSON' });
    await user.clear(box);
    await user.paste('{"events": [');
    expect(screen.getByRole('button', { name: 'Save the plan' })).toBeDisabled();
    await user.clear(box);
    await user.paste('{"events": [{"name": ""}]}');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText('An event has a name.')).toBeVisible();
    await user.clear(box);
    await user.paste('{"events": [{"name": "Login"}]}');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    await waitFor(() => {
      expect(backend.plan.plan).toEqual({ events: [{ name: 'Login' }] });
    });
  });

  it('shows violations by source and version, and goes with them when it is removed', async () => {
    backend.plan.plan = { events: [{ name: 'Product Added' }] };
    const { user } = renderApp('/w/default/catalogue?tab=violations');
    const table = await screen.findByRole('table', { name: 'Violations of the tracking plan' });
    expect(within(table).getByRole('row', { name: /^Product Added price Wrong type "9,90" instead of a number web-shop 4.2.0 41/ })).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Tracking plan' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('No tracking plan')).toBeVisible();
    expect(backend.plan.plan).toBeNull();
  });
});
