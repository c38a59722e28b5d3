import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

export interface MockIdentity {
  rules: Schemas['IdentityRules'];
  cuts: Schemas['IdentityCut'][];
}

const usual = (): Schemas['IdentityRules'] => ({
  kinds: [
    { kind: 'user_id', limit: 1, joins: null },
    { kind: 'email', limit: null, joins: null },
    { kind: '*', limit: null, joins: null },
    { kind: 'anonymous_id', limit: null, joins: null },
  ],
  blocked: ['null', 'unknown', 'test@test.com'],
  state: 'ready',
});

export const freshIdentity = (): MockIdentity => ({
  rules: usual(),
  cuts: [{ id: '00000000-0000-4000-a000-000000000001', one: [{ kind: 'email', value: 'ada@example.com' }], other: [{ kind: 'user_id', value: '12003' }], madeAt: '2026-01-05T09:00:00Z', madeBy: 'Owner' }],
});

export function makeIdentityHandlers({ state, inWorkspace, problem }: Tools & { state: MockIdentity }): HttpHandler[] {
  return [
    http.get('*/api/identity/rules', inWorkspace(() => HttpResponse.json(state.rules))),
    http.put(
      '*/api/identity/rules',
      inWorkspace(async (_sample, _url, _parameters, request) => {
        const asked = (await request.json()) as { kinds: Schemas['IdentityRules']['kinds'] | null; blocked: string[] | null };
        if (asked.kinds?.some(({ kind }) => /[^a-z0-9_*]/.test(kind))) return problem(400, 'identity-rules-invalid', 'Rules not accepted', 'A kind is written with lower-case letters, digits and underscores.');
        state.rules = { kinds: asked.kinds ?? usual().kinds, blocked: asked.blocked ?? usual().blocked, state: 'ready' };
        return HttpResponse.json(state.rules);
      }),
    ),
    http.get('*/api/identity/cuts', inWorkspace(() => HttpResponse.json({ items: state.cuts }))),
    http.delete(
      '*/api/identity/cuts/:id',
      inWorkspace((_sample, _url, { id }) => {
        state.cuts = state.cuts.filter((cut) => cut.id !== id);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ];
}
