import { http, HttpResponse, type HttpHandler } from 'msw';
import { explanation, member, segments } from './answers';
import { parsed, printTree, readDefinition } from './definitions';
import type { Sample } from './sample';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

export interface WrittenSegment {
  key: string;
  name: string;
  description: string;
  definition: string;
  versions: Schemas['Version'][];
}

interface SegmentTools extends Tools {
  written: WrittenSegment[];
}

const changedAt = '2026-01-05T09:30:00Z';

function view(sample: Sample, { key, name, description, definition, versions }: WrittenSegment): Schemas['SegmentDetail'] {
  const members = membersOf(sample);
  return {
    key, name, kind: 'rule', description, definition,
    size: members.length, share: members.length / Math.max(1, sample.customers.length), revenue: 0, revenueShare: 0.1, averageValue: 12, averageRecencyDays: 20, averageFrequency: 2,
    trend: [{ date: '2025-12-01', size: 3 }, { date: '2026-01-01', size: members.length }],
    sizeChange: 0.5, advice: '', rules: `customers who ${definition.replaceAll('"', '')}`,
    version: versions.length, state: 'ready', computedAt: changedAt, updatedAt: changedAt, updatedBy: 'Owner', failure: null,
  };
}

function membersOf(sample: Sample) {
  return sample.customers.slice(0, 30);
}

function versionOf({ name, description, definition }: Omit<WrittenSegment, 'versions' | 'key'>, version: number): Schemas['Version'] {
  return { version, name, description, definition, changedAt, changedBy: 'Owner' };
}

function ready(segment: Partial<Schemas['ReadySegment']> & Pick<Schemas['ReadySegment'], 'key' | 'name' | 'strategy' | 'question'>): Schemas['ReadySegment'] {
  return {
    description: '', definition: '', parameters: [{ name: 'days', description: 'On how many days at least', value: '8' }], metrics: [{ name: 'Share', description: 'Their part of all customers.', value: 0.034, unit: 'share' }],
    available: true, missing: [], size: null, adoptedAs: null, ...segment,
  };
}

export function makeSegmentHandlers({ written, inWorkspace, problem, page }: SegmentTools): HttpHandler[] {
  const find = (key: string | undefined) => written.find((segment) => segment.key === key);
  const all = (sample: Sample) => [...written.map((segment) => view(sample, segment)), ...(sample.customers.length === 0 ? [] : segments(sample))];
  const notFound = (key: string | undefined) => problem(404, 'segment-not-found', 'No such segment', `There is no segment “${key ?? ''}” here.`);
  const broken = (problems: Schemas['DefinitionProblem'][]) =>
    problem(400, 'segment-definition-invalid', 'Definition not understood', problems[0]?.message ?? '', { errors: problems.filter(({ severity }) => severity === 'error') });

  return [
    http.get(
      '*/api/segments',
      inWorkspace((sample, url) => {
        const kind = url.searchParams.get('kind');
        return HttpResponse.json({ items: all(sample).filter((segment) => kind === null || segment.kind === kind), next: null });
      }),
    ),
    http.post(
      '*/api/segments',
      inWorkspace(async (sample, _url, _parameters, request) => {
        const { key, name, description, definition } = (await request.json()) as WrittenSegment;
        if (find(key)) return problem(409, 'segment-exists', 'Segment exists', `There is a segment "${key}" already; choose another key, or change that one.`);
        const made = { key, name, description, definition };
        written.push({ ...made, versions: [versionOf(made, 1)] });
        return HttpResponse.json(all(sample).find((segment) => segment.key === key), { status: 201 });
      }),
    ),
    http.get(
      '*/api/segments/vocabulary',
      inWorkspace(() =>
        HttpResponse.json({
          events: [
            { name: 'Export File', count: 29_012, lastSeen: changedAt, properties: [{ path: 'format', types: ['text'], share: 1, values: [{ value: 'svg', share: 0.4 }, { value: 'png', share: 0.3 }] }] },
            { name: 'Invite Sent', count: 812, lastSeen: changedAt, properties: [] },
            { name: 'Login', count: 104_220, lastSeen: changedAt, properties: [] },
          ],
          traits: [{ path: 'plan', types: ['text'], share: 0.98, values: [{ value: 'free', share: 0.7 }, { value: 'pro', share: 0.2 }] }],
          segments: [{ key: 'champions', name: 'Champions', kind: 'rfm' }],
          customers: 640,
          learnedAt: changedAt,
        } satisfies Schemas['Vocabulary']),
      ),
    ),
    http.post(
      '*/api/segments/parse',
      inWorkspace(async (_sample, _url, _parameters, request) => {
        const { definition, tree } = (await request.json()) as { definition?: string; tree?: unknown };
        const text = definition ?? printTree(tree);
        const { problems } = readDefinition(text);
        return problems.some(({ severity }) => severity === 'error') ? broken(problems) : HttpResponse.json(parsed(text));
      }),
    ),
    http.post(
      '*/api/segments/preview',
      inWorkspace(async (sample, _url, _parameters, request) => {
        const { mode } = (await request.json()) as { mode?: string };
        const total = sample.customers.length;
        const count = membersOf(sample).length;
        return HttpResponse.json({
          count, total, share: count / Math.max(1, total), at: changedAt, exact: mode !== 'sampled', margin: mode === 'sampled' ? 4 : 0,
          sample: membersOf(sample).slice(0, 10).map(member), warnings: [], overlaps: [{ key: 'champions', name: 'Champions', count: 6, share: 0.2 }],
          cost: { level: 'low', sentence: 'Reads 29 thousand events: less than a second.' },
        } satisfies Schemas['Preview']);
      }),
    ),
    http.get(
      '*/api/segments/library',
      inWorkspace(() =>
        HttpResponse.json({
          items: [
            ready({ key: 'power-users', name: 'Power users', strategy: 'behavioural', question: 'Who gets the most out of the product?', definition: 'did "Export File" at least 8 times in the last 30 days', size: 21 }),
            ready({ key: 'discount-only', name: 'Discount only', strategy: 'value-based', question: 'Who never pays the full price?', available: false, missing: ['The coupon is not known: "Order Completed" has no property coupon.'] }),
          ].map((segment) => ({ ...segment, adoptedAs: find(segment.key)?.key ?? null })),
          next: null,
        } satisfies Schemas['Library']),
      ),
    ),
    http.post(
      '*/api/segments/library/:key/adopt',
      inWorkspace((sample, _url, { key = '' }) => {
        const made = { key, name: 'Power users', description: '', definition: 'did "Export File" at least 8 times in the last 30 days' };
        written.push({ ...made, versions: [versionOf(made, 1)] });
        return HttpResponse.json(all(sample).find((segment) => segment.key === key), { status: 201 });
      }),
    ),
    http.get(
      '*/api/segments/compare',
      inWorkspace((sample, url) => {
        const [a, b] = [url.searchParams.get('a'), url.searchParams.get('b')].map((key) => all(sample).find((segment) => segment.key === key));
        if (!a || !b) return notFound(url.searchParams.get('a') ?? '');
        return HttpResponse.json({
          a: { key: a.key, name: a.name, size: a.size }, b: { key: b.key, name: b.name, size: b.size }, both: 5, onlyA: 29, onlyB: 15, union: 49, jaccard: 5 / 49,
          figures: [{ name: 'Revenue per customer', unit: 'money', a: 95.53, b: 339.65, all: 36.76 }, { name: 'Bought at least once', unit: 'share', a: 0.38, b: 1, all: 0.175 }],
          traits: [{ path: 'plan', value: 'team', shareA: 0.7, shareB: 0.25, lift: 2.8 }],
          events: [{ name: 'Order Completed', shareA: 0.35, shareB: 1, lift: 0.35 }],
          isSampled: false,
        } satisfies Schemas['Comparison']);
      }),
    ),
    http.get(
      '*/api/segments/:key',
      inWorkspace((sample, _, { key }) => {
        const found = all(sample).find((segment) => segment.key === key);
        return found ? HttpResponse.json(found) : notFound(key);
      }),
    ),
    http.put(
      '*/api/segments/:key',
      inWorkspace(async (sample, _url, { key }, request) => {
        const segment = find(key);
        if (!segment) return notFound(key);
        const { version, ...change } = (await request.json()) as Partial<WrittenSegment> & { version?: number };
        if (version !== undefined && version !== segment.versions.length) {
          return problem(409, 'segment-changed', 'Segment was changed', `Segment "${segment.key}" was changed by somebody else in the meantime; read it again and repeat the change.`);
        }
        Object.assign(segment, change);
        segment.versions.unshift(versionOf(segment, segment.versions.length + 1));
        return HttpResponse.json(view(sample, segment));
      }),
    ),
    http.delete(
      '*/api/segments/:key',
      inWorkspace((_sample, _url, { key }) => {
        const dependants = written.filter(({ definition }) => definition.includes(`in segment "${key ?? ''}"`)).map((segment) => segment.key);
        if (dependants.length > 0) {
          return problem(409, 'segment-in-use', 'Segment is in use', `Segment "${key ?? ''}" cannot be deleted while ${dependants.join(', ')} refer to it; change those first.`, { dependants });
        }
        written.splice(written.findIndex((segment) => segment.key === key), 1);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.get('*/api/segments/:key/versions', inWorkspace((_sample, _url, { key }) => HttpResponse.json({ items: find(key)?.versions ?? [], next: null }))),
    http.get(
      '*/api/segments/:key/versions/:version/diff',
      inWorkspace((_sample, url, { key, version }) => {
        const lines = (number: number) => find(key)?.versions.find((one) => one.version === number)?.definition.split(' and ') ?? [];
        const [from, to] = [Number(version), Number(url.searchParams.get('to'))];
        const [before, after] = [lines(from), lines(to)];
        return HttpResponse.json({
          from, to, summary: 'The definition changed.',
          lines: [...before.map((text) => ({ kind: after.includes(text) ? 'same' : 'removed', text })), ...after.filter((text) => !before.includes(text)).map((text) => ({ kind: 'added', text }))],
        } satisfies Schemas['VersionDiff']);
      }),
    ),
    http.post(
      '*/api/segments/:key/versions/:version/restore',
      inWorkspace((sample, _url, { key, version }) => {
        const segment = find(key);
        const old = segment?.versions.find((one) => one.version === Number(version));
        if (!segment || !old) return notFound(key);
        Object.assign(segment, { name: old.name, description: old.description, definition: old.definition });
        segment.versions.unshift(versionOf(segment, segment.versions.length + 1));
        return HttpResponse.json(view(sample, segment));
      }),
    ),
    http.get('*/api/segments/:key/overlaps', inWorkspace(() => HttpResponse.json({ items: [{ key: 'champions', name: 'Champions', count: 6, share: 0.2, jaccard: 0.1 }], next: null } satisfies Schemas['Overlaps']))),
    http.get(
      '*/api/segments/:key/flow',
      inWorkspace(() =>
        HttpResponse.json({
          from: '2025-12-02', to: '2026-01-01', entered: 12, left: 4, net: 8, recalculated: { entered: 40, left: 2 }, merged: { entered: 0, left: 1 },
          cameFrom: [{ key: 'loyal', name: 'Loyal', count: 9 }, { key: null, name: '', count: 3 }],
          wentTo: [{ key: 'at-risk', name: 'At-Risk', count: 4 }],
        } satisfies Schemas['Flow']),
      ),
    ),
    http.get('*/api/segments/:key/members', inWorkspace((sample, url, { key }) => HttpResponse.json(page((find(key) ? membersOf(sample) : sample.customers.filter(({ segment }) => segment === key)).map(member), url)))),
    http.get(
      '*/api/segments/:key/history',
      inWorkspace((sample, _, { key }) => {
        const found = all(sample).find((segment) => segment.key === key);
        const items = (found?.trend ?? []).map(({ date, size }) => ({ date, size, revenue: size * (found?.averageValue ?? 0) }));
        return HttpResponse.json({ items, next: null, keptSince: found?.kind === 'rule' ? (items[0]?.date ?? null) : null });
      }),
    ),
    http.get(
      '*/api/segments/:key/explain/:profileId',
      inWorkspace((sample, _, { key, profileId }) => {
        const customer = sample.customers.find(({ id }) => id === profileId);
        if (!customer || !key) return problem(404, 'profile-not-found', 'No such customer', 'There is no customer with this id in this workspace.');
        return HttpResponse.json(explanation(customer, key, find(key)?.definition));
      }),
    ),
  ];
}
