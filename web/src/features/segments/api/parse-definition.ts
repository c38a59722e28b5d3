import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Problem } from '@/lib/api/problem';
import type { Posted } from '@/lib/api/types';

export type ParsedDefinition = Posted<'/api/segments/parse'>;
export type DefinitionProblem = ParsedDefinition['warnings'][number];

/** What to read: what somebody wrote, or the tree that somebody put together. */
export type Written = { definition: string } | { tree: object };

/** Reads a definition and checks it against the workspace; with the key of its segment also that it does not refer to itself through others. */
export function parseDefinition(workspace: string, written: Written, signal?: AbortSignal, key?: string): Promise<ParsedDefinition> {
  return body(api(workspace).POST('/api/segments/parse', { body: key === undefined ? written : { ...written, key }, ...(signal ? { signal } : {}) }));
}

/** What is wrong with a definition, place by place; nothing when the problem is another one. */
export function definitionProblems({ members }: Problem): DefinitionProblem[] {
  return Array.isArray(members.errors) ? (members.errors as DefinitionProblem[]) : [];
}

/** A condition of a tree as text. */
export function conditionTextQuery(workspace: string, tree: object | null) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'text', tree],
    queryFn: ({ signal }) => (tree ? parseDefinition(workspace, { tree }, signal).then(({ canonical }) => canonical) : ''),
  });
}
