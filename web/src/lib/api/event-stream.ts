import { workspaceHeader } from './client';
import { problemFrom, unreachable } from './problem';

/** One message of a stream of server-sent events. */
export interface StreamMessage {
  type: string;
  data: string;
}

/** Takes what has arrived of a stream apart: the messages that are whole, and what is left of the next one. */
export function splitMessages(text: string): { messages: StreamMessage[]; rest: string } {
  const parts = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  return { messages: parts.map(readMessage).filter(({ data }) => data !== ''), rest };
}

function readMessage(block: string): StreamMessage {
  let type = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    if (field === 'data') data.push(value);
  }
  return { type, data: data.join('\n') };
}

/**
 * Follows a stream until it ends or is given up. The browser's own EventSource cannot say which workspace is meant,
 * for it sends no headers.
 */
export async function followStream(workspace: string, path: string, onOpen: () => void, onMessage: (message: StreamMessage) => void, signal: AbortSignal): Promise<void> {
  const response = await fetch(path, { headers: { [workspaceHeader]: workspace, Accept: 'text/event-stream' }, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw unreachable();
  });
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => null));
  if (!response.body) return;
  onOpen();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const split = splitMessages(rest + value);
    rest = split.rest;
    split.messages.forEach(onMessage);
  }
}
