import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body } from '@/lib/api/types';

export type RfmModel = Body<'/api/rfm'>;
export type RfmOptions = RfmModel['options'];
export type RfmCell = RfmModel['grid'][number];

const computingIntervalMs = 1_500;

/** Whether the present or the past of the model is on its way. */
function isBeingComputed(model: RfmModel | undefined): boolean {
  return model?.state === 'computing' || model?.past.state === 'computing';
}

/** The RFM model as computed last; asked again while the server is at it. */
export function rfmQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'segments', 'rfm'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/rfm', { signal })),
    refetchInterval: (query) => (isBeingComputed(query.state.data) ? computingIntervalMs : false),
  });
}
