import type { IncomingMessage } from 'node:http';
import type * as Handlers from './mocks/handlers';
import type { Plugin, ViteDevServer } from 'vite';

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const parts: Uint8Array[] = [];
  for await (const part of incoming) parts.push(part as Uint8Array);
  const method = incoming.method ?? 'GET';
  return new Request(new URL(incoming.url ?? '/', 'http://127.0.0.1'), {
    method,
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(parts.length > 0 && method !== 'GET' ? { body: Buffer.concat(parts) } : {}),
  });
}

/** Answers `/api` from the tests' handlers, signed in from the start. For working on screens only. */
export function mockApi(): Plugin {
  return {
    name: 'tessera-mock-api',
    async configureServer(server: ViteDevServer) {
      const { getResponse } = await import('msw');
      const mocks = (await server.ssrLoadModule('/src/testing/mocks/handlers.ts')) as typeof Handlers;
      const handlers = mocks.makeHandlers({ ...mocks.freshState(), signedIn: true });
      server.middlewares.use('/api', (incoming, outgoing, next) => {
        incoming.url = incoming.originalUrl ?? incoming.url ?? '/';
        void toRequest(incoming)
          .then((request) => getResponse(handlers, request))
          .then(async (response) => {
            if (!response) {
              next();
              return;
            }
            outgoing.statusCode = response.status;
            response.headers.forEach((value, name) => outgoing.setHeader(name, value));
            for await (const part of response.body ?? []) outgoing.write(part);
            outgoing.end();
          })
          .catch(next);
      });
    },
  };
}
