import { createContext, use } from 'react';

/** What every screen inside a workspace knows about it. */
export interface CurrentWorkspace {
  key: string;
  name: string;
  currency: string;
  /** The IANA time zone in which its days begin, and in which times are shown. */
  timeZone: string;
  /** Whether it holds made-up data. */
  sample: boolean;
}

export const WorkspaceContext = createContext<CurrentWorkspace | null>(null);

export function useWorkspace(): CurrentWorkspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace is used outside of a workspace.');
  return workspace;
}
