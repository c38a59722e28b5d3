import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

export function webhook(part: Partial<Schemas['Webhook']> & Pick<Schemas['Webhook'], 'id' | 'name'>): Schemas['Webhook'] {
  return {
    url: 'https://example.com/tessera', segments: [], types: ['segment.entered', 'segment.left'], backfills: false, enabled: true, disabledWhy: null, failures: 0, retryAt: null, pending: 0, delivered: 412, dead: 0,
    createdAt: '2025-11-01T08:00:00Z', ...part,
  };
}

function delivery(part: Partial<Schemas['Delivery']> & Pick<Schemas['Delivery'], 'id'>): Schemas['Delivery'] {
  return {
    type: 'segment.entered', segment: 'champions', profileId: '00000000-0000-4000-8000-000000000003', state: 'delivered', attempts: 1, nextAt: null, createdAt: '2026-01-05T09:00:00Z', triedAt: '2026-01-05T09:00:01Z',
    status: 204, answer: null, body: '{"type":"segment.entered","data":{"segment":"champions"}}', ...part,
  };
}

export interface MockWebhooks {
  webhooks: Schemas['Webhook'][];
  deliveries: Schemas['Delivery'][];
}

export const freshWebhooks = (): MockWebhooks => ({
  webhooks: [
    webhook({ id: 'wh-1', name: 'Newsletter', pending: 2, dead: 1 }),
    webhook({ id: 'wh-2', name: 'Old shop', enabled: false, disabledWhy: 'The receiver answered 410 Gone, which says that it wants no more.' }),
  ],
  deliveries: [
    delivery({ id: 'msg-3', state: 'pending', attempts: 2, status: 503, answer: 'The receiver answered 503 Service Unavailable.', nextAt: '2026-01-05T10:00:00Z' }),
    delivery({ id: 'msg-2' }),
    delivery({ id: 'msg-1', type: 'segment.left', state: 'dead', attempts: 12, status: null, answer: 'The receiver did not answer in 15 seconds.' }),
  ],
});

export function makeWebhookHandlers({ state, inWorkspace, problem, page }: Tools & { state: MockWebhooks }): HttpHandler[] {
  const find = (id: string | undefined) => state.webhooks.find((candidate) => candidate.id === id);
  const notFound = (id: string | undefined) => problem(404, 'webhook-not-found', 'No such webhook', `There is no webhook "${id ?? ''}" in this workspace.`);
  const again = (found: Schemas['Delivery']) => Object.assign(found, { state: 'pending', attempts: 0, status: null, answer: null });
  return [
    http.get('*/api/webhooks', inWorkspace(() => HttpResponse.json({ items: state.webhooks, next: null }))),
    http.post(
      '*/api/webhooks',
      inWorkspace(async (_sample, _url, _parameters, request) => {
        const asked = (await request.json()) as Schemas['WebhookRequest'];
        if (!asked.url.startsWith('https:')) return problem(400, 'webhook-invalid', 'Webhook not accepted', 'The address has to begin with https://.');
        const made = webhook({ id: 'wh-new', name: asked.name ?? new URL(asked.url).host, url: asked.url, segments: asked.segments ?? [], types: asked.types ?? [], delivered: 0 });
        state.webhooks.push(made);
        return HttpResponse.json({ webhook: made, secret: 'whsec_new' }, { status: 201 });
      }),
    ),
    http.get('*/api/webhooks/:id', inWorkspace((_sample, _url, { id }) => (find(id) ? HttpResponse.json(find(id)) : notFound(id)))),
    http.put(
      '*/api/webhooks/:id',
      inWorkspace(async (_sample, _url, { id }, request) => {
        const found = find(id);
        if (!found) return notFound(id);
        Object.assign(found, await request.json(), { disabledWhy: null });
        return HttpResponse.json(found);
      }),
    ),
    http.delete(
      '*/api/webhooks/:id',
      inWorkspace((_sample, _url, { id }) => {
        state.webhooks.splice(state.webhooks.findIndex((candidate) => candidate.id === id), 1);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.get(
      '*/api/webhooks/:id/deliveries',
      inWorkspace((_sample, url) => HttpResponse.json(page(state.deliveries.filter((candidate) => [null, candidate.state].includes(url.searchParams.get('state'))), url))),
    ),
    http.post('*/api/webhooks/:id/rotate', inWorkspace((_sample, _url, { id }) => HttpResponse.json({ webhook: find(id), secret: 'whsec_rotated' }))),
    http.post('*/api/webhooks/:id/test', inWorkspace(() => HttpResponse.json({ delivered: false, status: 500, answer: 'The receiver answered 500 Internal Server Error.', milliseconds: 12.4 }))),
    http.post(
      '*/api/webhooks/:id/replay',
      inWorkspace((_sample, _url, { id }) => {
        const dead = state.deliveries.filter((candidate) => candidate.state === 'dead');
        dead.forEach(again);
        Object.assign(find(id) ?? {}, { dead: 0 });
        return HttpResponse.json({ count: dead.length });
      }),
    ),
    http.post(
      '*/api/webhooks/:id/deliveries/:delivery/replay',
      inWorkspace((_sample, _url, { delivery: wanted }) => {
        state.deliveries.filter(({ id }) => id === wanted).forEach(again);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ];
}
