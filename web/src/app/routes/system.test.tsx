import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';

describe('the system page', () => {
  it('tells what runs and where the data lies', async () => {
    renderApp('/w/default/system');
    expect(await screen.findByText('/home/shop/tessera/data')).toBeVisible();
    expect(screen.getByText(/ClickHouse 26\.5\.1/)).toBeVisible();
    expect(screen.getByText('1 d 0 h')).toBeVisible();
  });
});
