import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

export function source(part: Partial<Schemas['Source']> & Pick<Schemas['Source'], 'key' | 'name'>): Schemas['Source'] {
  return {
    kind: 'browser', enabled: true, createdAt: '2025-06-01T08:00:00Z', rotatedAt: null, formerKeyUntil: null, calls: 0, lastReceivedAt: null, ...part,
  };
}

export const freshSources = (): Schemas['Source'][] => [
  source({ key: 'default', name: 'Default', kind: 'http', calls: 1_204, lastReceivedAt: '2026-01-05T09:12:00Z' }),
  source({ key: 'web-shop', name: 'Web shop', calls: 88_412, lastReceivedAt: '2026-01-05T09:29:30Z' }),
  source({ key: 'warehouse', name: 'Warehouse', kind: 'server', enabled: false }),
];

/** The source whose events a segment asks about. */
const usedKey = 'web-shop';
const refusals: Schemas['Refusal'][] = [
  { source: 'web-shop', reason: 'The call names neither a userId nor an anonymousId.', field: 'userId', count: 41, lastReceivedAt: '2026-01-05T08:00:00Z' },
  { source: 'default', reason: 'The body is no JSON object.', field: '', count: 2, lastReceivedAt: '2026-01-02T08:00:00Z' },
];

function snippets(writeKey: string): Schemas['Snippets'] {
  return {
    browser: `<script type="module">\n  import { AnalyticsBrowser } from "https://cdn.jsdelivr.net/npm/@segment/analytics-next@1/+esm";\n  const analytics = AnalyticsBrowser.load({ writeKey: "${writeKey}", cdnURL: "https://tessera.test" });\n  analytics.page();\n</script>`,
    node: `import { Analytics } from "@segment/analytics-node";\nconst analytics = new Analytics({ writeKey: "${writeKey}", host: "https://tessera.test" });`,
    http: `curl -u '${writeKey}:' 'https://tessera.test/v1/track' -d '{"userId": "user-1", "event": "Product Added"}'`,
  };
}

export function makeSourceHandlers({ sources, inWorkspace, problem }: Tools & { sources: Schemas['Source'][] }): HttpHandler[] {
  const at = (key: string | undefined) => sources.findIndex((candidate) => candidate.key === key);
  const notFound = (key: string | undefined) => problem(404, 'source-not-found', 'No such source', `There is no source "${key ?? ''}" in this workspace.`);
  const change = (key: string | undefined, part: Partial<Schemas['Source']>) => {
    const found = sources[at(key)];
    if (found) Object.assign(found, part);
    return found;
  };
  return [
    http.get('*/api/sources', inWorkspace(() => HttpResponse.json({ items: sources, next: null }))),
    http.post(
      '*/api/sources',
      inWorkspace(async (_sample, _url, _parameters, request) => {
        const { name, kind } = (await request.json()) as { name: string; kind: Schemas['Source']['kind'] };
        const key = name.toLowerCase().replaceAll(' ', '-');
        if (at(key) >= 0) return problem(409, 'source-exists', 'Source exists', `There is a source "${key}" already; choose another key.`);
        const made = source({ key, name, kind, createdAt: '2026-01-05T09:30:00Z' });
        sources.push(made);
        return HttpResponse.json({ source: made, writeKey: 'wk_new', snippets: snippets('wk_new') } satisfies Schemas['SourceWithKey'], { status: 201 });
      }),
    ),
    http.get('*/api/sources/:key', inWorkspace((_sample, _url, { key }) => (sources[at(key)] ? HttpResponse.json(sources[at(key)]) : notFound(key)))),
    http.get('*/api/sources/:key/snippets', inWorkspace(() => HttpResponse.json(snippets('YOUR_WRITE_KEY')))),
    http.put(
      '*/api/sources/:key',
      inWorkspace(async (_sample, _url, { key }, request) => {
        const asked = (await request.json()) as { name?: string; enabled?: boolean };
        const changed = change(key, asked);
        return changed ? HttpResponse.json(changed) : notFound(key);
      }),
    ),
    http.post(
      '*/api/sources/:key/rotate',
      inWorkspace((_sample, _url, { key }) => {
        const rotated = change(key, { rotatedAt: '2026-01-05T09:30:00Z', formerKeyUntil: '2026-01-06T09:30:00Z' });
        return rotated ? HttpResponse.json({ source: rotated, writeKey: 'wk_rotated', snippets: snippets('wk_rotated') }) : notFound(key);
      }),
    ),
    http.delete(
      '*/api/sources/:key',
      inWorkspace((_sample, url, { key }) => {
        if (key === usedKey && url.searchParams.get('force') !== 'true') {
          return problem(409, 'source-in-use', 'Source in use', `Segments ask about events that source "${usedKey}" sends.`, { segments: [{ key: 'exporters', name: 'Exporters', events: ['Export File'] }] });
        }
        sources.splice(at(key), 1);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.get('*/api/rejected-events/reasons', inWorkspace(() => HttpResponse.json({ items: refusals, next: null }))),
  ];
}
