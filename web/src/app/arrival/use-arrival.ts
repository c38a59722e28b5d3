import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '@/features/access/api/get-session';
import { type ImportJob, importsQuery } from '@/features/imports/api/get-imports';
import { isRunning } from '@/features/imports/import-state';
import { rfmQuery } from '@/features/segments/api/get-rfm';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const lookIntervalMs = 2_000;

/** What is on its way into a workspace that shows nothing yet. */
export type Arrival =
  | { kind: 'unknown' }
  | { kind: 'none' }
  /** A demo writes its customers' year before it imports it. */
  | { kind: 'simulation' }
  | { kind: 'import'; job: ImportJob }
  | { kind: 'scoring' };

function arrivalOf(imports: readonly ImportJob[] | undefined, scoring: string | undefined, sample: boolean): Arrival {
  if (!imports || scoring === undefined) return { kind: 'unknown' };
  const job = imports.find(({ state }) => isRunning(state));
  if (job) return { kind: 'import', job };
  if (scoring === 'computing') return { kind: 'scoring' };
  return sample && imports.length === 0 ? { kind: 'simulation' } : { kind: 'none' };
}

/**
 * For screens without content: why there is none, looked at again and again while they are shown. `askedAt` is when the
 * content was asked for last: what has just arrived is still on its way to the screen until it is asked for again.
 */
export function useArrival(askedAt: number): Arrival {
  const { key, sample } = useWorkspace();
  const imports = useQuery({ ...importsQuery(key), refetchInterval: lookIntervalMs }).data?.items;
  const scoring = useQuery(rfmQuery(key)).data?.state;
  // A demo names its workspaces and marks them as samples while it fills them.
  useQuery({ ...sessionQuery, refetchInterval: lookIntervalMs });

  const arrival = arrivalOf(imports, scoring, sample);
  const [lastArriving, setLastArriving] = useState<number>();
  const arriving = arrival.kind !== 'none' && arrival.kind !== 'unknown';
  if (arriving && lastArriving !== askedAt) setLastArriving(askedAt);
  const justArrived = arrival.kind === 'none' && lastArriving === askedAt && imports?.[0]?.state === 'done';
  return justArrived ? { kind: 'scoring' } : arrival;
}
