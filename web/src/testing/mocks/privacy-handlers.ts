import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

export function makePrivacyHandlers({ erasures, inWorkspace }: Tools & { erasures: Schemas['Erasure'][] }): HttpHandler[] {
  return [
    http.delete(
      '*/api/profiles/:id',
      inWorkspace((_sample, _url, { id = '' }) => {
        erasures.unshift({
          id: '00000000-0000-4000-b000-000000000001', profileId: id, requestedAt: '2026-01-05T09:30:00Z', requestedBy: 'Owner', state: 'running', log: 'done', stateFile: 'done', engine: 'waiting', metadata: 'waiting',
          problem: null, finishedAt: null, backups: [{ directory: '/backups/monday', madeAt: '2026-01-05T02:00:00Z' }],
        });
        return HttpResponse.json({ id: '00000000-0000-4000-b000-000000000001' }, { status: 202 });
      }),
    ),
    http.get('*/api/erasures', inWorkspace(() => HttpResponse.json({ items: erasures, next: null }))),
  ];
}
