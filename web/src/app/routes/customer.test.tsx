import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SampleCustomer } from '@/testing/mocks/sample';
import { renderApp } from '@/testing/render-app';
import { backend } from '@/testing/server';

function customerWith(status: string): SampleCustomer {
  const found = backend.samples[0]?.customers.find(({ orders }) => orders.slice(0, 10).some((order) => order.status === status));
  if (!found) throw new Error(`The mocks have no customer with an order that is ${status}.`);
  return found;
}

describe('a customer', () => {
  it('says why the customer is in the segment, with the cut-offs', async () => {
    const customer = customerWith('completed');
    renderApp(`/w/default/customers/${customer.id}`);
    expect(await screen.findByText(new RegExp(`^${customer.name} is in .* because`))).toBeVisible();
    expect(screen.getByText(/cut-offs 180, 92, 40 and 14 days/)).toBeVisible();
    expect(screen.getByRole('img', { name: `Recency ${String(customer.scores.recency)} of 5` })).toBeVisible();
  });

  it('lists the segments somebody wrote, each with its reason at hand', async () => {
    backend.written.push({ key: 'exporters', name: 'Exporters', description: '', definition: 'did "Export File"', versions: [] });
    const customer = customerWith('completed');
    const { user } = renderApp(`/w/default/customers/${customer.id}`);
    const own = await screen.findByRole('region', { name: 'Also in' });
    expect(within(own).getByRole('link', { name: 'Exporters' })).toBeVisible();
    await user.click(within(own).getByRole('button', { name: 'Why in Exporters' }));
    expect(await within(own).findByText('did Export File 4 times in the last 14 days; needs at least 3')).toBeVisible();
  });

  it('shows the lines of an order, and what was returned', async () => {
    const customer = customerWith('partly-returned');
    const order = customer.orders.find(({ status }) => status === 'partly-returned');
    const { user } = renderApp(`/w/default/customers/${customer.id}`);
    const entry = (await screen.findByText(order?.orderId ?? '')).closest('li') as HTMLElement;
    expect(within(entry).getByText('Partly returned')).toBeVisible();
    await user.click(within(entry).getByText(order?.orderId ?? ''));
    const lines = await within(entry).findByRole('table', { name: `Lines of order ${order?.orderId ?? ''}` });
    expect(within(lines).getAllByRole('row')).toHaveLength((order?.lines.length ?? 0) + 1);
    expect(within(lines).getByText('Return')).toBeVisible();
  });

  it('marks a cancelled order', async () => {
    const customer = customerWith('cancelled');
    renderApp(`/w/default/customers/${customer.id}`);
    expect((await screen.findAllByText('Cancelled')).length).toBeGreaterThan(0);
  });

  it('shows what they did, when events are known', async () => {
    const { user } = renderApp('/w/design-saas/customers/00000000-0000-4000-8000-000000000003');
    await user.click(await screen.findByRole('tab', { name: 'Events' }));
    expect((await screen.findAllByText('Order Completed')).length).toBeGreaterThan(0);
    expect(globalThis.location.search).toBe('?tab=events');
  });

  it('says that there are no events when there are none', async () => {
    renderApp('/w/default/customers/00000000-0000-4000-8000-000000000003?tab=events');
    expect(await screen.findByText('No events')).toBeVisible();
  });

  it('that does not exist says so', async () => {
    renderApp('/w/default/customers/00000000-0000-4000-8000-999999999999');
    expect(await screen.findByText('There is no such customer')).toBeVisible();
  });

  it('shows traits with source and time, and what they were before', async () => {
    const { user } = renderApp(`/w/default/customers/${customerWith('completed').id}?tab=traits`);
    const traits = await screen.findByRole('list', { name: 'Traits' });
    await user.click(within(traits).getByRole('button', { name: /plan.*studio.*web-shop.*changed once/ }));
    const history = await within(traits).findByRole('list', { name: 'History of plan' });
    expect(within(history).getByText('free')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Latest context of their calls' })).toHaveTextContent('de-DE');
  });

  it('says what is computed of all they did', async () => {
    renderApp(`/w/default/customers/${customerWith('completed').id}`);
    expect(await screen.findByText('Organic search')).toBeVisible();
    expect(screen.getByText('9 days')).toBeVisible();
  });

  it('groups events by day, filters them and shows all they said', async () => {
    const { user } = renderApp('/w/design-saas/customers/00000000-0000-4000-8000-000000000003?tab=events');
    const entries = await screen.findAllByRole('button', { name: /Order Completed/ });
    for (const entry of entries.slice(0, 1)) await user.click(entry);
    expect(screen.getByRole('region', { name: 'Properties' })).toHaveTextContent('order_id');
    await user.click(screen.getByRole('combobox', { name: 'Only events called' }));
    expect(await screen.findByRole('option', { name: `Order Completed (${String(entries.length)})` })).toBeVisible();
  });

  it('says how identifiers came together and what was not joined, and undoes a merge after asking', async () => {
    const customer = customerWith('completed');
    const { user } = renderApp(`/w/default/customers/${customer.id}?tab=identity`);
    expect(await screen.findByRole('table', { name: 'Identifiers' })).toHaveTextContent('E-mail');
    expect(await screen.findByText('A profile may have one e-mail address.')).toBeVisible();
    // Instants in sentences read as everywhere else.
    const undo = screen.getByRole('button', { name: /^Undo: A call of Mar 1, 2025, 10:00 AM named both/ });
    await user.click(undo);
    await user.click(within(await screen.findByRole('dialog', { name: 'Undo this merge?' })).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(undo).toHaveFocus();
    });
    await user.click(undo);
    const question = await screen.findByRole('dialog', { name: 'Undo this merge?' });
    const email = within(question).getByRole('checkbox', { name: /^E-mail/ });
    expect(email).toBeChecked();
    await user.click(within(question).getByRole('button', { name: 'Keep them apart' }));
    expect(await screen.findByText(/They are 2 customers now/)).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(undo).toHaveFocus();
    });
    expect(backend.unmerged[0]?.identifiers).toEqual([{ kind: 'email', value: `${customer.name.toLowerCase().replace(' ', '.')}@example.com` }]);
  });
});
