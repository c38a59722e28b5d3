import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend } from '@/testing/server';

describe('the library', () => {
  it('says what each segment is for, and what is missing', async () => {
    renderApp('/w/default/segment-library');
    const strategy = await screen.findByRole('region', { name: 'By value' });
    expect(within(strategy).getByText('Who never pays the full price?')).toBeVisible();
    expect(within(strategy).getByText(/^The coupon is not known/)).toBeVisible();
    expect(within(strategy).queryByRole('button', { name: 'Use Discount only' })).toBeNull();
  });

  it('makes one the workspace’s own', async () => {
    const { user } = renderApp('/w/default/segment-library');
    await user.click(await screen.findByRole('button', { name: 'Use Power users' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Power users' })).toBeVisible();
    expect(backend.written.map(({ key }) => key)).toEqual(['power-users']);
  });
});
