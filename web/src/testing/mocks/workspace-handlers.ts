import { http, HttpResponse, type HttpHandler } from 'msw';
import { makeSample, type Sample } from './sample';
import type { Schemas } from './schemas';
import type { Tools } from './tools';

interface Known {
  samples: Sample[];
  /** Whether who asks is an administrator. */
  may: () => boolean;
}

const createdAt = '2025-01-01T00:00:00Z';

function view({ key, name, currency, timeZone, customers }: Sample): Schemas['Workspace'] {
  return { key, name, currency, timeZone, sample: customers.length > 0, createdAt };
}

export function makeWorkspaceHandlers({ samples, may, problem }: Pick<Tools, 'problem'> & Known): HttpHandler[] {
  const refused = () => problem(403, 'forbidden', 'Not allowed', 'Only an administrator may do this.');
  return [
    http.get('*/api/workspaces', () => HttpResponse.json({ items: samples.map(view), next: null })),
    http.post('*/api/workspaces', async ({ request }) => {
      if (!may()) return refused();
      const { key, name, currency, timeZone } = (await request.json()) as Schemas['CreateWorkspaceRequest'];
      if (samples.some((sample) => sample.key === key)) return problem(409, 'workspace-exists', 'Workspace exists', `There is a workspace "${key}" already; choose another key.`);
      const made = { ...makeSample(key, name, currency ?? 'EUR', 1, 0), timeZone: timeZone ?? 'UTC' };
      samples.push(made);
      return HttpResponse.json(view(made), { status: 201 });
    }),
    http.patch('*/api/workspaces/:key', async ({ request, params }) => {
      if (!may()) return refused();
      const changed = samples.find(({ key }) => key === params.key);
      if (!changed) return problem(404, 'workspace-not-found', 'No such workspace', 'There is no such workspace.');
      const { name, currency, timeZone } = (await request.json()) as Schemas['ChangeWorkspaceRequest'];
      Object.assign(changed, { name: name ?? changed.name, currency: currency ?? changed.currency, timeZone: timeZone ?? changed.timeZone });
      return HttpResponse.json(view(changed));
    }),
  ];
}
