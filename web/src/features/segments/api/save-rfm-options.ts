import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { RfmOptions } from './get-rfm';

/** Stores the options; the server then scores every customer anew, so everything of the workspace is asked again. */
export function useSaveRfmOptions() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (options: RfmOptions) => body(api(workspace).PUT('/api/rfm', { body: { options } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace] }),
  });
}
