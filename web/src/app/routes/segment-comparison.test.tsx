import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';

describe('the comparison', () => {
  it('shows who is in both, the figures, and what differs', async () => {
    renderApp('/w/default/segment-comparison?a=champions&b=loyal');
    expect(await screen.findByRole('img', { name: 'Only Champions: 29, Both: 5, Only Loyal: 15' })).toBeVisible();
    expect(screen.getByRole('row', { name: /^Revenue per customer .95.53 .339.65/ })).toBeVisible();
    expect(screen.getByRole('img', { name: 'Champions: 70.0%' })).toBeVisible();
  });

  it('asks for two segments', async () => {
    renderApp('/w/default/segment-comparison?a=champions');
    expect(await screen.findByText('Choose two segments')).toBeVisible();
  });
});
