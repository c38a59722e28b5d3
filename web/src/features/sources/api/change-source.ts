import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, done } from '@/lib/api/client';
import { asProblem } from '@/lib/api/problem';
import type { paths } from '@/lib/api/schema';
import { useWorkspace } from '@/lib/workspace/workspace-context';

type Creation = paths['/api/sources']['post']['requestBody']['content']['application/json'];
type Change = paths['/api/sources/{key}']['put']['requestBody']['content']['application/json'];
export type SourceWithKey = paths['/api/sources']['post']['responses'][201]['content']['application/json'];
export type SourceKind = Creation['kind'];

function useForget() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return { workspace, forget: () => queries.invalidateQueries({ queryKey: [workspace, 'sources'] }) };
}

/** Makes a source; its write key is in the answer, and nowhere else. */
export function useCreateSource() {
  const { workspace, forget } = useForget();
  return useMutation({
    mutationFn: (source: { name: string; kind: SourceKind }) => body(api(workspace).POST('/api/sources', { body: source })),
    onSuccess: forget,
  });
}

/** Renames a source, or switches it off or on. */
export function useChangeSource(key: string) {
  const { workspace, forget } = useForget();
  return useMutation({
    mutationFn: (change: Change) => body(api(workspace).PUT('/api/sources/{key}', { params: { path: { key } }, body: change })),
    onSuccess: forget,
  });
}

/** Gives a source another write key; the one before is good for a day more. */
export function useRotateKey(key: string) {
  const { workspace, forget } = useForget();
  return useMutation({
    mutationFn: () => body(api(workspace).POST('/api/sources/{key}/rotate', { params: { path: { key } } })),
    onSuccess: forget,
  });
}

/** Deletes a source. Unless told to do it all the same, it is kept while segments ask about what it sends. */
export function useDeleteSource(key: string) {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ force }: { force: boolean }) => done(api(workspace).DELETE('/api/sources/{key}', { params: { path: { key }, query: force ? { force } : {} } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace, 'sources', 'list'] }),
  });
}

export interface SegmentUse {
  key: string;
  name: string;
  events: string[];
}

/** The segments that ask about what a source sends, as the refusal of its deletion names them. */
export function segmentsIn(error: unknown): SegmentUse[] {
  const { code, members } = asProblem(error);
  return code === 'source-in-use' && Array.isArray(members.segments) ? (members.segments as SegmentUse[]) : [];
}
