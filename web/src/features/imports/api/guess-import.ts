import { useMutation } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { paths } from '@/lib/api/schema';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { ImportKind } from '../targets';

export type ImportGuess = paths['/api/imports/guess']['post']['responses'][200]['content']['application/json'];
export type ImportQuestion = ImportGuess['questions'][number];

/** What a guess needs of a file: its beginning. */
const headBytes = 1024 * 1024;

interface GuessRequest {
  file: File;
  kind: ImportKind;
}

/** Sends the beginning of a file and learns what the server takes each column for. */
export function useGuessImport() {
  const { key: workspace } = useWorkspace();
  return useMutation({
    mutationFn: ({ file, kind }: GuessRequest) => {
      const form = new FormData();
      form.set('file', file.slice(0, headBytes), file.name);
      form.set('fileName', file.name);
      form.set('kind', kind);
      return body(
        api(workspace).POST('/api/imports/guess', {
          // The form is sent as it is: the typed body describes its fields only.
          body: { file: '', fileName: file.name, kind },
          bodySerializer: () => form,
        }),
      );
    },
  });
}
