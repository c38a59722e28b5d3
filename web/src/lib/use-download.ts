import { useState } from 'react';
import { download } from './api/download';
import { notifyProblem } from './notify';
import { useWorkspace } from './workspace/workspace-context';

/** Saves a file of the workspace, and tells why where that fails. */
export function useDownload(): { isBusy: boolean; save: (path: string, fileName: string) => void } {
  const { key: workspace } = useWorkspace();
  const [isBusy, setBusy] = useState(false);

  async function fetchAndSave(path: string, fileName: string) {
    setBusy(true);
    try {
      await download(workspace, path, fileName);
    } catch (error) {
      notifyProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, save: (path, fileName) => void fetchAndSave(path, fileName) };
}
