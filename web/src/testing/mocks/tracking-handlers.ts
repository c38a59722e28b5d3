import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

export function liveCall(part: Partial<Schemas['LiveCall']> = {}): Schemas['LiveCall'] {
  return {
    id: 'm-1', type: 'track', name: 'Product Added', time: '2026-01-05T09:29:59Z', receivedAt: '2026-01-05T09:30:00Z', profileId: '00000000-0000-4000-8000-000000000003', userId: '12003', anonymousId: null,
    source: 'web-shop', properties: { product_id: 'T-101', price: 14.5 }, context: { app: { version: '4.2.0' } }, accepted: true, reason: null, field: null, ...part,
  };
}

/** What the pretended server sends to those who watch calls arrive. */
export class Feed {
  private readonly watchers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  /** What the watchers asked for last. */
  asked = '';
  private readonly encoder = new TextEncoder();

  send(type: string, data: unknown): void {
    for (const watcher of this.watchers) watcher.enqueue(this.encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`));
  }

  end(): void {
    for (const watcher of this.watchers) watcher.close();
    this.watchers.clear();
  }

  open(): ReadableStream<Uint8Array> {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    return new ReadableStream({
      start: (controller) => {
        own = controller;
        this.watchers.add(controller);
        controller.enqueue(this.encoder.encode('event: alive\ndata: null\n\n'));
      },
      cancel: () => {
        if (own) this.watchers.delete(own);
      },
    });
  }

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }
}

const rejected: Schemas['RejectedCall'][] = [
  { receivedAt: '2026-01-05T08:00:00Z', source: 'web-shop', reason: 'the call has neither userId nor anonymousId', field: 'userId', body: '{"event":"Of nobody"}' },
  { receivedAt: '2026-01-02T08:00:00Z', source: 'default', reason: 'the body is no JSON object', field: '', body: 'hello' },
];

export function makeTrackingHandlers({ feed, inWorkspace, page }: Tools & { feed: Feed }): HttpHandler[] {
  return [
    http.get(
      '*/api/events/live',
      inWorkspace((_sample, url) => {
        feed.asked = url.search;
        return new HttpResponse(feed.open(), { headers: { 'Content-Type': 'text/event-stream' } });
      }),
    ),
    http.get('*/api/rejected-events', inWorkspace((_sample, url) => HttpResponse.json(page(rejected, url)))),
  ];
}
