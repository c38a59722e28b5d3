import { api, body } from '@/lib/api/client';
import type { Posted } from '@/lib/api/types';

export type Completion = Posted<'/api/segments/complete'>;
export type CompletionItem = Completion['items'][number];

/** What could stand at a position of a definition, best first. */
export function completeDefinition(workspace: string, definition: string, position: number, signal?: AbortSignal): Promise<Completion> {
  return body(api(workspace).POST('/api/segments/complete', { body: { definition, position }, ...(signal ? { signal } : {}) }));
}
