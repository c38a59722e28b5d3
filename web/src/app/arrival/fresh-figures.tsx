import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { importsQuery } from '@/features/imports/api/get-imports';
import { isRunning } from '@/features/imports/import-state';
import { rfmQuery } from '@/features/segments/api/get-rfm';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const calmIntervalMs = 5_000;
const runningIntervalMs = 1_000;

/** Asks for everything again when an import is through, wherever it was started, when all customers have been scored anew, and as the months of the past are done. */
export function FreshFigures() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  const { data: done } = useQuery({
    ...importsQuery(workspace),
    refetchInterval: (query) => (query.state.data?.items.some(({ state }) => isRunning(state)) ? runningIntervalMs : calmIntervalMs),
    select: ({ items }) => items.filter(({ state }) => state === 'done').length,
  });
  const model = useQuery(rfmQuery(workspace)).data;
  const computedAt = model?.computedAt;
  const past = model && `${model.past.state} ${String(model.past.done)}`;
  const known = useRef({ workspace, done, computedAt, past });

  useEffect(() => {
    const before = known.current;
    known.current = { workspace, done, computedAt, past };
    if (before.workspace !== workspace) return;
    const imported = before.done !== undefined && done !== undefined && before.done !== done;
    const scored = before.computedAt !== undefined && computedAt !== undefined && before.computedAt !== computedAt;
    const remembered = before.past !== undefined && past !== undefined && before.past !== past;
    if (imported) void queries.invalidateQueries({ queryKey: [workspace], predicate: ({ queryKey }) => queryKey[1] !== 'imports' });
    else if (scored || remembered) void queries.invalidateQueries({ queryKey: [workspace], predicate: ({ queryKey }) => queryKey[1] !== 'imports' && queryKey[2] !== 'rfm' });
  }, [queries, workspace, done, computedAt, past]);

  return null;
}
