import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { workspaceHeader } from '@/lib/api/client';
import { Problem, problemFrom, unreachable } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { ImportKind } from '../targets';
import type { ImportDetail } from './get-import';
import { importsQuery } from './get-imports';

export interface NewImport {
  file: File;
  kind: ImportKind;
  mapping: Record<string, string>;
  options: Record<string, string>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isImport(value: unknown): value is ImportDetail {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

// fetch cannot tell how much of a body is sent, so an upload of gigabytes goes the older way.
function upload(workspace: string, { file, kind, mapping, options }: NewImport, onProgress: (fraction: number) => void): Promise<ImportDetail> {
  const form = new FormData();
  // The fields come first: the server knows what to do with the file when its first byte arrives.
  form.set('kind', kind);
  form.set('map', JSON.stringify(mapping));
  form.set('options', JSON.stringify(options));
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/imports');
    request.setRequestHeader(workspaceHeader, workspace);
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onerror = () => {
      reject(unreachable());
    };
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300 && isImport(answer)) resolve(answer);
      else if (request.status >= 400) reject(problemFrom(request.status, answer));
      else reject(new Problem(request.status, 'no-content', 'The answer was not understood', 'The server took the file but did not say which import it became.'));
    };
    request.send(form);
  });
}

export function useCreateImport() {
  const { key: workspace } = useWorkspace();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const mutation = useMutation({
    mutationFn: (request: NewImport) => {
      setSent(0);
      return upload(workspace, request, setSent);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: importsQuery(workspace).queryKey }),
  });
  return { ...mutation, sent };
}
