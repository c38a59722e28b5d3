import createClient, { type Client } from 'openapi-fetch';
import { Problem, problemFrom, unreachable } from './problem';
import type { paths } from './schema';

export type Api = Client<paths>;

export const workspaceHeader = 'Tessera-Workspace';

const clients = new Map<string, Api>();

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

/** The typed client that speaks for one workspace; the empty key is for requests that belong to none. */
export function api(workspace = ''): Api {
  let client = clients.get(workspace);
  if (!client) {
    client = createClient<paths>({
      baseUrl: globalThis.location.origin,
      headers: workspace ? { [workspaceHeader]: workspace } : {},
      fetch: send,
    });
    clients.set(workspace, client);
  }
  return client;
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer; anything else is thrown as a {@link Problem}. */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemFrom(response.status, error);
  if (data === undefined) throw new Problem(response.status, 'no-content', 'The answer was empty', 'The server answered without the data asked for.');
  return data;
}

/** For requests whose success has no body. */
export async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await answer;
  if (!response.ok) throw problemFrom(response.status, error);
}
