import { workspaceHeader } from './client';
import { problemFrom, unreachable } from './problem';

/** Fetches a file of a workspace and hands it to the browser to save. */
export async function download(workspace: string, path: string, fileName: string): Promise<void> {
  const response = await fetch(path, { headers: { [workspaceHeader]: workspace } }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => null));
  save(await response.blob(), fileName);
}

/** Hands a text of this page to the browser to save. */
export function saveText(text: string, fileName: string, type: string): void {
  save(new Blob([text], { type }), fileName);
}

function save(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
