import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { backend, server } from '@/testing/server';

describe('the pipeline', () => {
  it('shows each stage with its rate and what waits', async () => {
    renderApp('/w/default/pipeline');
    const flow = await screen.findByRole('list', { name: 'Stages of the pipeline' });
    expect(within(flow).getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Received', 'Accepted', 'Identity', 'Live', 'Stored']);
    expect(within(flow).getByText('1,203,900 in all, 208 wait')).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'What leaves the way' })).getByText(/190/)).toBeVisible();
    expect(screen.getByText('Everything keeps up.')).toBeVisible();
    expect(screen.getByText('3.1 µs for half, 41 µs for 99 of 100')).toBeVisible();
    expect(within(screen.getByRole('table', { name: 'Partitions of the log' })).getByRole('row', { name: '0 602,000 602,104 104' })).toBeVisible();
  });

  it('says live what is behind and what to do', async () => {
    renderApp('/w/default/pipeline');
    expect(await screen.findByText('Everything keeps up.')).toBeVisible();
    const stored = backend.pipeline.stages.find(({ key }) => key === 'stored');
    Object.assign(stored ?? {}, { backlog: 41_000, lagSeconds: 12 });
    backend.pipeline.at = '2026-01-05T09:30:01Z';
    const advice = await screen.findByRole('alert', { name: 'What to do' });
    expect(advice).toHaveTextContent('“Stored” is 12 seconds behind, 41,000 calls wait.');
  });

  it('shows a dash for what is not known', async () => {
    backend.pipeline.live = { customersInMemory: 0, customersWithState: null, segments: 0, evaluateMicroseconds: null, timersDue: null, timersWaiting: null, nextTimer: null, differences: null };
    backend.pipeline.batches = { rowsP50: null, rowsP99: null };
    renderApp('/w/default/pipeline');
    expect(await screen.findByText('none stored yet')).toBeVisible();
    expect(screen.getByText('not compared yet')).toBeVisible();
    expect(screen.getAllByText('–').length).toBeGreaterThanOrEqual(4);
  });

  it('may not be seen without permission', async () => {
    server.use(http.get('*/api/pipeline', () => HttpResponse.json({ title: 'Not allowed', detail: 'This token may not see the pipeline.', status: 403, code: 'forbidden' }, { status: 403 })));
    renderApp('/w/default/pipeline');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
