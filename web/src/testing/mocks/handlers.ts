import { http, HttpResponse } from 'msw';
import { overview, profile, profileSummary, rfm } from './answers';
import { makeSample, type Sample } from './sample';
import type { Schemas } from './schemas';
import type { Answer } from './tools';
import { Feed, makeTrackingHandlers } from './tracking-handlers';
import { freshWebhooks, makeWebhookHandlers, type MockWebhooks } from './webhook-handlers';
import { makeCatalogueHandlers, type MockPlan } from './catalogue-handlers';
import { freshIdentity, makeIdentityHandlers, type MockIdentity } from './identity-handlers';
import { calmPipeline } from './pipeline';
import { makePrivacyHandlers } from './privacy-handlers';
import { makeProfileHandlers } from './profile-handlers';
import { freshSources, makeSourceHandlers } from './source-handlers';
import { makeWorkspaceHandlers } from './workspace-handlers';
import { makeSegmentHandlers, type WrittenSegment } from './segment-handlers';

/** What the pretended server knows; a test starts with a fresh one. */
export interface MockState {
  signedIn: boolean;
  /** Whether they may do what concerns the whole installation. */
  administrator: boolean;
  samples: Sample[];
  imports: Schemas['Import'][];
  rfmOptions: Schemas['RfmOptions'];
  /** The segments that somebody wrote. */
  written: WrittenSegment[];
  engine: Schemas['System']['engine']['state'];
  sources: Schemas['Source'][];
  feed: Feed;
  webhooks: MockWebhooks;
  pipeline: Schemas['Pipeline'];
  plan: MockPlan;
  erasures: Schemas['Erasure'][];
  identity: MockIdentity;
  /** What was asked to be taken out of profiles. */
  unmerged: Schemas['UnmergeRequest'][];
}

const samples = [
  makeSample('default', 'Sample shop', 'EUR', 11, 640),
  makeSample('design-saas', 'Sample design tool', 'USD', 23, 320),
  makeSample('empty', 'New shop', 'EUR', 1, 0),
];

export const goodCode = 'good-code';

export function freshState(): MockState {
  return {
    signedIn: false,
    administrator: true,
    samples: samples.map((sample) => ({ ...sample })),
    imports: [doneImport('orders-2025.csv')],
    rfmOptions: { scoring: 'quintiles', monetary: 'gross', naming: 'full', thresholds: null, windowDays: null, referenceDate: null },
    written: [],
    engine: 'ready',
    sources: freshSources(),
    feed: new Feed(),
    webhooks: freshWebhooks(),
    pipeline: calmPipeline(),
    plan: { plan: null, version: 0 },
    erasures: [],
    identity: freshIdentity(),
    unmerged: [],
  };
}

export function doneImport(fileName: string): Schemas['Import'] {
  return {
    id: 'import-1',
    kind: 'orders',
    fileName,
    state: 'done',
    rowsRead: 541_909,
    rowsAccepted: 536_641,
    rowsRejected: 3,
    rowsDuplicate: 5_268,
    bytesRead: 45_580_638,
    bytesTotal: 45_580_638,
    counts: { sale: 530_104, return: 9_288, cancellation: 9_251, free: 2_515, adjustment: 2, withoutCustomer: 135_080 },
    lineTypes: { product: 540_000, postage: 1_909 },
    file: { format: 'csv', delimiter: ',', encoding: 'UTF-8', compressed: false, sheet: null },
    mapping: { order_id: 'InvoiceNo', time: 'InvoiceDate', customer_id: 'CustomerID', quantity: 'Quantity', unit_price: 'UnitPrice', amount: 'Quantity*UnitPrice' },
    mappingNotes: ['Dates are read as month/day/year.'],
    questions: [],
    rejections: [{ reason: 'This is not a date.', column: 'InvoiceDate', rows: 3, line: 17, example: 'yesterday' }],
    rejectedUrl: '/api/imports/import-1/rejected',
    errorCode: null,
    error: null,
    createdAt: '2025-12-31T08:59:58Z',
    startedAt: '2025-12-31T09:00:00Z',
    finishedAt: '2025-12-31T09:00:07Z',
  };
}

function problem(status: number, code: string, title: string, detail: string, members: object = {}) {
  return HttpResponse.json({ title, detail, status, code, ...members }, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

const signedOut = () => problem(401, 'signed-out', 'You are signed out', 'Sign in with the link that ./tessera link prints.');

function page<Element>(list: Element[], url: URL, size = 25): { items: Element[]; next: string | null } {
  const start = Number(url.searchParams.get('cursor') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? size);
  return { items: list.slice(start, start + limit), next: start + limit < list.length ? String(start + limit) : null };
}

export function makeHandlers(state: MockState) {
  function session(): Schemas['Session'] {
    return {
      signedIn: true,
      user: { name: 'Owner' },
      workspaces: state.samples.map(({ key, name, currency, timeZone, customers }) => ({ key, name, currency, timeZone, sample: customers.length > 0 })),
      version: '0.1.0',
    };
  }

  function inWorkspace(answer: Answer) {
    return ({ request, params }: { request: Request; params: Record<string, string | readonly string[] | undefined> }) => {
      if (!state.signedIn) return signedOut();
      const sample = state.samples.find(({ key }) => key === (request.headers.get('Tessera-Workspace') ?? 'default'));
      if (!sample) return problem(404, 'workspace-not-found', 'Not found', 'There is no such workspace.');
      const parameters = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
      return answer(sample, new URL(request.url), parameters, request);
    };
  }

  const customerNotFound = () => problem(404, 'profile-not-found', 'No such customer', 'There is no customer with this id in this workspace.');

  return [
    http.get('*/api/session', () => (state.signedIn ? HttpResponse.json(session()) : signedOut())),
    http.post('*/api/session', async ({ request }) => {
      const { code } = (await request.json()) as { code: string };
      if (code !== goodCode) return problem(401, 'sign-in-code-invalid', 'That code does not sign in', 'The code is used or expired.');
      state.signedIn = true;
      return HttpResponse.json(session());
    }),
    http.delete('*/api/session', () => {
      state.signedIn = false;
      return new HttpResponse(null, { status: 204 });
    }),
    ...makeWorkspaceHandlers({ samples: state.samples, may: () => state.administrator, problem }),
    http.get('*/api/system', () =>
      HttpResponse.json({
        version: '0.1.0',
        engine: { kind: 'embedded', state: state.engine, version: '26.5.1', restarts: 0, memoryBytes: 2_147_483_648, lastError: null, warnings: [] },
        dataDirectory: '/home/shop/tessera/data',
        uptimeSeconds: 86_521,
      } satisfies Schemas['System']),
    ),
    http.get(
      '*/api/insights/overview',
      inWorkspace((sample, url) => HttpResponse.json(overview(sample, url.searchParams.get('from'), url.searchParams.get('interval') ?? 'month'))),
    ),
    ...makeSegmentHandlers({ written: state.written, inWorkspace, problem, page }),
    ...makeTrackingHandlers({ feed: state.feed, inWorkspace, problem, page }),
    http.get('*/api/pipeline', inWorkspace(() => HttpResponse.json(state.pipeline))),
    ...makeCatalogueHandlers({ state: state.plan, inWorkspace, problem, page }),
    ...makeIdentityHandlers({ state: state.identity, inWorkspace, problem, page }),
    ...makePrivacyHandlers({ erasures: state.erasures, inWorkspace, problem, page }),
    ...makeWebhookHandlers({ state: state.webhooks, inWorkspace, problem, page }),
    ...makeSourceHandlers({ sources: state.sources, inWorkspace, problem, page }),
    http.get('*/api/rfm', inWorkspace((sample) => HttpResponse.json(rfm(sample, state.rfmOptions)))),
    http.put(
      '*/api/rfm',
      inWorkspace(async (sample, _url, _parameters, request) => {
        const { options } = (await request.json()) as { options: Schemas['RfmOptions'] };
        state.rfmOptions = options;
        return HttpResponse.json(rfm(sample, options));
      }),
    ),
    http.get(
      '*/api/profiles',
      inWorkspace((sample, url) => {
        const search = (url.searchParams.get('search') ?? '').toLowerCase();
        const segment = url.searchParams.get('segment');
        const found = sample.customers
          .filter((customer) => (segment ? customer.segment === segment : true))
          .map(profileSummary)
          .filter(({ name, identifier }) => [name, identifier.value].join(' ').toLowerCase().includes(search))
          .sort((one, other) => other.revenue - one.revenue);
        const asked = (url.searchParams.get('columns') ?? '').split(',');
        const known: Record<string, string> = { plan: 'studio', city: 'Ravenna' };
        const columns = Object.fromEntries(Object.entries(known).filter(([name]) => asked.includes(name)));
        return HttpResponse.json(page(found.map((summary) => ({ ...summary, columns })), url));
      }),
    ),
    ...makeProfileHandlers({ unmerged: state.unmerged, inWorkspace, problem, page }),
    http.get(
      '*/api/profiles/:id',
      inWorkspace((sample, _, { id }) => {
        const customer = sample.customers.find((candidate) => candidate.id === id);
        return customer ? HttpResponse.json(profile(sample, customer, state.written)) : customerNotFound();
      }),
    ),
    http.get(
      '*/api/profiles/:id/orders',
      inWorkspace((sample, url, { id }) => HttpResponse.json(page(sample.customers.find((candidate) => candidate.id === id)?.orders ?? [], url, 10))),
    ),
    http.get(
      '*/api/profiles/:id/events',
      inWorkspace((sample, url, { id }) => {
        const orders = sample.customers.find((candidate) => candidate.id === id)?.orders ?? [];
        const events = orders.map(({ orderId, time, amount }) => ({ id: orderId, type: 'track', name: 'Order Completed', time, properties: { order_id: orderId, total: amount }, context: { device: 'desktop' } }));
        return HttpResponse.json(page(sample.key === 'design-saas' ? events : [], url, 20));
      }),
    ),
    http.get('*/api/imports', inWorkspace((sample) => HttpResponse.json({ items: sample.key === 'default' ? state.imports : [], next: null }))),
    http.get(
      '*/api/imports/:id',
      inWorkspace((_sample, _url, { id }) => {
        const found = state.imports.find((job) => job.id === id);
        return found ? HttpResponse.json(found) : problem(404, 'import-not-found', 'No such import', 'There is no import with this id.');
      }),
    ),
    http.post(
      '*/api/imports/guess',
      inWorkspace(() =>
        HttpResponse.json({
          format: 'csv',
          delimiter: ',',
          encoding: 'utf-8',
          columns: [
            { name: 'InvoiceNo', samples: ['536365', '536366', 'C536379'], type: 'text' },
            { name: 'InvoiceDate', samples: ['1/12/2010 8:26', '1/12/2010 8:28', '2/12/2010 9:41'], type: 'date' },
            { name: 'CustomerID', samples: ['17850', '17850', '14527'], type: 'number' },
            { name: 'Quantity', samples: ['6', '6', '-1'], type: 'number' },
            { name: 'UnitPrice', samples: ['2.55', '1.85', '27.50'], type: 'number' },
          ],
          mapping: {
            order_id: { source: 'InvoiceNo', confidence: 0.98, reason: 'the header says so' },
            time: { source: 'InvoiceDate', confidence: 0.96, reason: 'the header says so, and the values are dates' },
            customer_id: { source: 'CustomerID', confidence: 0.97, reason: 'the header says so' },
            amount: { source: 'Quantity*UnitPrice', confidence: 0.9, reason: 'no column for the amount' },
          },
          missing: [],
          questions: [{ id: 'dateFormat', text: 'Is 1/12/2010 the 1st of December or the 12th of January?', options: [{ value: 'd/m/y', text: '1 December 2010' }, { value: 'm/d/y', text: '12 January 2010' }] }],
        } satisfies Schemas['Guess']),
      ),
    ),
    http.post(
      '*/api/imports/:id/answers',
      inWorkspace((_sample, _url, { id }) => {
        state.imports = state.imports.map((job) => (job.id === id ? { ...job, state: 'done', questions: [] } : job));
        return HttpResponse.json(state.imports.find((job) => job.id === id), { status: 202 });
      }),
    ),
    http.post(
      '*/api/imports',
      inWorkspace(() => {
        const job = { ...doneImport('orders.csv'), id: `import-${String(state.imports.length + 1)}` };
        state.imports = [job, ...state.imports];
        return HttpResponse.json(job, { status: 202 });
      }),
    ),
  ];
}
