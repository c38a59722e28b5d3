import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { paths } from '@/lib/api/schema';
import type { ImportKind } from '../targets';

export type ImportGuess = paths['/api/imports/guess']['post']['responses'][200]['content']['application/json'];
export type ImportQuestion = ImportGuess['questions'][number];

const headBytes = 1024 * 1024;

/** Of a text its beginning is enough; a workbook has its table of contents at its end. */
function headOf(file: File): Blob {
  return /\.xlsx?$/i.test(file.name) ? file : file.slice(0, headBytes);
}

interface GuessRequest {
  file: File;
  kind: ImportKind;
  /** What the person has said so far: target and column, formula, or nothing. */
  mapping: Record<string, string>;
}

/** What the server takes each column of a file for, and what it would have to ask. Nothing is imported. */
export function importGuessQuery(workspace: string, { file, kind, mapping }: GuessRequest) {
  // A file is told by its name, size and time.
  // eslint-disable-next-line @tanstack/query/exhaustive-deps
  return queryOptions({
    queryKey: [workspace, 'imports', 'guess', file.name, file.size, file.lastModified, kind, mapping],
    queryFn: ({ signal }) => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('map', JSON.stringify(mapping));
      form.set('file', headOf(file), file.name);
      return body(api(workspace).POST('/api/imports/guess', { body: form as never, bodySerializer: (parts: unknown) => parts as FormData, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
}
