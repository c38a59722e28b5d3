import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

const events: Schemas['CatalogueEvent'][] = [
  { name: 'Product Added', calls: 44_973, callsOfLastDay: 448, callsByDay: Array.from({ length: 30 }, (_, day) => 100 + day), firstSeen: '2025-11-01T04:05:20Z', lastSeen: '2026-01-05T09:29:00Z', sources: ['web-shop'], planned: null },
  { name: 'Order Refunded', calls: 1_011, callsOfLastDay: 0, callsByDay: Array.from({ length: 30 }, () => 1), firstSeen: '2025-11-03T13:15:48Z', lastSeen: '2025-12-31T20:20:38Z', sources: [], planned: null },
];

const properties: Schemas['CatalogueValue'][] = [
  { path: 'currency', types: ['text'], count: 44_973, share: 1, values: [{ value: 'EUR', count: 44_000, share: 0.98 }], complete: false },
  { path: 'price', types: ['number'], count: 40_000, share: 0.89, values: [{ value: '9.90', count: 4_000, share: 0.1 }], complete: false },
];

const anomaly: Schemas['Anomaly'] = {
  event: 'Order Refunded', kind: 'less', from: '2026-01-05T07:00:00Z', to: '2026-01-05T09:00:00Z', calls: 0, expected: 31, deviation: 7, sentence: 'Order Refunded came 0 times from 2026-01-05 07:00 to 09:00 UTC, and usually 31 times.',
};

const violation: Schemas['Violation'] = {
  event: 'Product Added', source: 'web-shop', appVersion: '4.2.0', kind: 'type', path: 'price', count: 41, firstAt: '2026-01-04T08:00:00Z', lastAt: '2026-01-05T08:00:00Z', expected: 'a number', seen: '"9,90"', messageId: 'm-9',
};

export interface MockPlan {
  plan: Schemas['PlanDocument'] | null;
  version: number;
}

const draft: Schemas['PlanDocument'] = {
  events: [{ name: 'Product Added', description: null, schema: { type: 'object', required: ['currency'], properties: { currency: { type: 'string' }, price: { type: 'number', minimum: 0 } } } }],
};

export function makeCatalogueHandlers({ state, inWorkspace, problem }: Tools & { state: MockPlan }): HttpHandler[] {
  const received = (sample: { key: string }) => (sample.key === 'empty' ? [] : events.map((event) => ({ ...event, planned: state.plan ? state.plan.events.some(({ name }) => name === event.name) : null })));
  const view = () => ({ version: state.version, changedAt: '2026-01-05T09:00:00Z', changedBy: 'Owner', plan: state.plan });
  return [
    http.get('*/api/catalogue/events', inWorkspace((sample) => HttpResponse.json({ items: received(sample), next: null }))),
    http.get(
      '*/api/catalogue/events/:name',
      inWorkspace((sample, _url, { name }) => {
        const event = received(sample).find((candidate) => candidate.name === name);
        if (!event) return problem(404, 'event-not-found', 'No such event', `The event "${name ?? ''}" was never received.`);
        return HttpResponse.json({ event, properties, days: [], versions: [{ source: 'web-shop', appVersion: '4.2.0', calls: 40_000, lastSeen: event.lastSeen }] } satisfies Schemas['EventDetails']);
      }),
    ),
    http.get('*/api/catalogue/traits', inWorkspace(() => HttpResponse.json({ items: [{ path: 'plan', types: ['text'], count: 612, share: null, values: [{ value: 'free', count: 400, share: 0.65 }, { value: 'pro', count: 212, share: 0.35 }], complete: true }], next: null }))),
    http.get('*/api/catalogue/anomalies', inWorkspace((sample) => HttpResponse.json({ items: sample.key === 'empty' ? [] : [anomaly], next: null }))),
    http.get('*/api/tracking-plan', inWorkspace(() => (state.plan ? HttpResponse.json(view()) : problem(404, 'tracking-plan-not-found', 'No tracking plan', 'This workspace has no tracking plan.')))),
    http.put(
      '*/api/tracking-plan',
      inWorkspace(async (_sample, _url, _parameters, request) => {
        const asked = (await request.json()) as Schemas['PlanDocument'];
        if (asked.events.some(({ name }) => name === '')) {
          return problem(400, 'tracking-plan-invalid', 'Tracking plan not accepted', 'At events[0].name: An event has a name.', { errors: [{ path: 'events[0].name', message: 'An event has a name.' }] });
        }
        state.plan = asked;
        state.version += 1;
        return HttpResponse.json(view());
      }),
    ),
    http.delete(
      '*/api/tracking-plan',
      inWorkspace(() => {
        state.plan = null;
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.get('*/api/tracking-plan/draft', inWorkspace(() => HttpResponse.json(draft))),
    http.get('*/api/tracking-plan/violations', inWorkspace(() => HttpResponse.json({ items: state.plan ? [violation] : [], next: null }))),
  ];
}
