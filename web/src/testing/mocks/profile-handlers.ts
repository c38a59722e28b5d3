import { http, HttpResponse, type HttpHandler } from 'msw';
import { profileSummary } from './answers';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

const acme: Schemas['Company'] = {
  id: '00000000-0000-4000-9000-000000000001', key: 'acme', name: 'Acme Furniture', members: 2, firstSeen: '2025-02-01T08:00:00Z', lastSeen: '2026-01-04T08:00:00Z', events: 1_204,
  traits: [{ name: 'industry', value: 'furniture', source: 'web-shop', time: '2025-02-01T08:00:00Z' }],
};

const companies: Schemas['CompanySummary'][] = [
  { id: acme.id, key: acme.key, name: acme.name, members: acme.members, firstSeen: acme.firstSeen, lastSeen: acme.lastSeen },
  { id: '00000000-0000-4000-9000-000000000002', key: 'umbra', name: 'Umbra Lamps', members: 1, firstSeen: '2025-03-01T08:00:00Z', lastSeen: '2025-12-04T08:00:00Z' },
];

const since = '2025-03-01T10:00:00Z';

export function makeProfileHandlers({ unmerged, inWorkspace, problem, page }: Tools & { unmerged: Schemas['UnmergeRequest'][] }): HttpHandler[] {
  return [
    http.get('*/api/profiles/columns', inWorkspace(() => HttpResponse.json({ items: [{ name: 'plan', share: 0.98 }, { name: 'city', share: 0.41 }], next: null }))),
    http.get(
      '*/api/profiles/:id/traits',
      inWorkspace(() =>
        HttpResponse.json({
          items: [
            { name: 'plan', value: 'studio', time: '2025-11-01T10:00:00Z', messageId: 'm-2', source: 'web-shop', changes: 1 },
            { name: 'seats', value: 4, time: since, messageId: 'm-1', source: '', changes: 0 },
          ],
        } satisfies Schemas['TraitList']),
      ),
    ),
    http.get(
      '*/api/profiles/:id/traits/:name',
      inWorkspace(() =>
        HttpResponse.json({
          items: [
            { value: 'studio', time: '2025-11-01T10:00:00Z', messageId: 'm-2', source: 'web-shop' },
            { value: 'free', time: since, messageId: 'm-1', source: '' },
          ],
        } satisfies Schemas['TraitHistory']),
      ),
    ),
    http.get(
      '*/api/profiles/:id/merges',
      inWorkspace((sample, _url, { id = '' }) => {
        const customer = sample.customers.find((candidate) => candidate.id === id);
        const one = customer ? profileSummary(customer).identifier : { kind: 'user_id', value: '' };
        const other = { kind: 'email', value: `${customer?.name.toLowerCase().replace(' ', '.') ?? ''}@example.com` };
        const shared = { kind: 'email', value: 'office@example.com' };
        return HttpResponse.json({
          profileId: id,
          identifiers: [one, other].map(({ kind = '', value = '' }) => ({ kind, value, linkedAt: since, source: 'web-shop' })),
          items: [{ one, other, time: since, messageId: 'm-1', source: 'web-shop', sentence: `A call of 2025-03-01 10:00:00 UTC named both user_id:${one.value ?? ''} and email:${other.value}.` }],
          refused: [{ link: { one, other: shared, time: since, messageId: 'm-3', source: 'web-shop', sentence: 'A call of 2025-03-02 named both.' }, reason: 'A profile may have one e-mail address.' }],
        } satisfies Schemas['Merges']);
      }),
    ),
    http.post(
      '*/api/profiles/:id/unmerge',
      inWorkspace(async (sample, _url, { id = '' }, request) => {
        unmerged.push((await request.json()) as Schemas['UnmergeRequest']);
        return HttpResponse.json({ cut: '00000000-0000-4000-a000-000000000001', profiles: [id, sample.customers[0]?.id ?? ''] });
      }),
    ),
    http.get(
      '*/api/companies',
      inWorkspace((sample, url) => {
        const search = (url.searchParams.get('search') ?? '').toLowerCase();
        return HttpResponse.json(page(sample.key === 'design-saas' ? companies.filter(({ name }) => name.toLowerCase().includes(search)) : [], url));
      }),
    ),
    http.get('*/api/companies/:id', inWorkspace((_sample, _url, { id }) => (id === acme.id ? HttpResponse.json(acme) : problem(404, 'company-not-found', 'No such company', 'There is no company with this id.')))),
    http.get(
      '*/api/companies/:id/members',
      inWorkspace((sample) =>
        HttpResponse.json({
          items: sample.customers.slice(0, 2).map((customer, index) => ({ profileId: customer.id, identifier: profileSummary(customer).identifier, name: customer.name, since, until: index === 0 ? null : '2025-09-01T08:00:00Z' })),
          next: null,
        } satisfies Schemas['CompanyMembers']),
      ),
    ),
    http.get(
      '*/api/companies/:id/events',
      inWorkspace(() => HttpResponse.json({ items: [{ id: 'e-1', type: 'track', name: 'Board Shared', time: '2026-01-04T08:00:00Z', properties: { board: 'Plans' }, context: {} }], next: null })),
    ),
  ];
}
