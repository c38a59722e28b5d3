import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, done } from '@/lib/api/client';
import { asProblem, Problem } from '@/lib/api/problem';
import type { paths } from '@/lib/api/schema';
import type { Body, Item } from '@/lib/api/types';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export type PlanDocument = paths['/api/tracking-plan']['put']['requestBody']['content']['application/json'];
export type PlannedEvent = PlanDocument['events'][number];
export type Plan = Body<'/api/tracking-plan'>;
export type Violation = Item<'/api/tracking-plan/violations'>;

async function getPlan(workspace: string, signal: AbortSignal): Promise<Plan | null> {
  try {
    return await body(api(workspace).GET('/api/tracking-plan', { signal }));
  } catch (error) {
    if (error instanceof Problem && error.code === 'tracking-plan-not-found') return null;
    throw error;
  }
}

/** The tracking plan; null when there is none. */
export function planQuery(workspace: string) {
  return queryOptions({ queryKey: [workspace, 'catalogue', 'plan'], queryFn: ({ signal }) => getPlan(workspace, signal) });
}

const watchedMs = 5_000;

/** What did not keep to the plan, by event, source and version, the most frequent first. */
export function violationsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'catalogue', 'violations'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/tracking-plan/violations', { signal })),
    refetchInterval: watchedMs,
  });
}

/** Drafts a plan from what was received. */
export function useDraftPlan() {
  const { key: workspace } = useWorkspace();
  return useMutation({ mutationFn: () => body(api(workspace).GET('/api/tracking-plan/draft')) });
}

function useForget() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return { workspace, forget: () => queries.invalidateQueries({ queryKey: [workspace, 'catalogue'] }) };
}

/** Gives the workspace a plan, in place of the one it had. */
export function useSavePlan() {
  const { workspace, forget } = useForget();
  return useMutation({ mutationFn: (plan: PlanDocument) => body(api(workspace).PUT('/api/tracking-plan', { body: plan })), onSuccess: forget });
}

/** Takes the plan away, with the violations found. */
export function useRemovePlan() {
  const { workspace, forget } = useForget();
  return useMutation({ mutationFn: () => done(api(workspace).DELETE('/api/tracking-plan')), onSuccess: forget });
}

export interface PlanFault {
  path: string;
  message: string;
}

/** What is wrong with a plan that was refused, place by place. */
export function faultsOf(error: unknown): PlanFault[] {
  const { code, members } = asProblem(error);
  return code === 'tracking-plan-invalid' && Array.isArray(members.errors) ? (members.errors as PlanFault[]) : [];
}
