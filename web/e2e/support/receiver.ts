import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Receiver {
  url: string;
  /** With which status it answers from now on. */
  answer: (status: number) => void;
  close: () => void;
}

/** A receiver of webhooks on this machine. */
export async function startReceiver(): Promise<Receiver> {
  let status = 204;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/hook`, answer: (next) => { status = next; }, close: () => server.close() };
}
