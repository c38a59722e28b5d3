import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('the RFM settings', () => {
  it('show the cut-offs in force and the published rules', async () => {
    renderApp('/w/default/rfm');
    const cutoffs = await screen.findByRole('table', { name: 'Cut-offs of the scores' });
    expect(within(cutoffs).getByRole('row', { name: /Score 5 of 5/ })).toHaveTextContent('≤ 14 days≥ 12 orders≥ €1,250.00');
    expect(await screen.findByRole('table', { name: 'Rules of the segments' })).toHaveTextContent('R is 5 or 4');
  });

  it('are saved only when changed', async () => {
    const { user } = renderApp('/w/default/rfm');
    const save = await screen.findByRole('button', { name: 'Save and score again' });
    expect(save).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: /^Net/ }));
    await user.click(screen.getByRole('radio', { name: /^The last days only/ }));
    await user.click(save);
    expect(await screen.findByText('Every customer is being scored anew.')).toBeVisible();
    expect(backend.rfmOptions).toMatchObject({ monetary: 'net', windowDays: 365, scoring: 'quintiles', thresholds: null });
  });

  it('put the server’s objection beside the field', async () => {
    server.use(
      http.put('*/api/rfm', () =>
        HttpResponse.json(
          { title: 'Options refused', detail: 'Some options cannot be used.', status: 400, code: 'rfm-options', errors: { 'options.thresholds.recency': ['180, 200, 40, 14 do not fall.'] } },
          { status: 400 },
        ),
      ),
    );
    const { user } = renderApp('/w/default/rfm');
    await user.click(await screen.findByRole('radio', { name: /^Fixed thresholds/ }));
    const recency = screen.getByRole('group', { name: /^Recency/ });
    const bound = within(recency).getByRole('textbox', { name: 'Score 3' });
    await user.clear(bound);
    await user.type(bound, '200');
    await user.click(screen.getByRole('button', { name: 'Save and score again' }));
    expect(await within(recency).findByRole('alert')).toHaveTextContent('180, 200, 40, 14 do not fall.');
  });
});
