import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Body, Item } from '@/lib/api/types';

export type CatalogueEvent = Item<'/api/catalogue/events'>;
export type CatalogueValue = Item<'/api/catalogue/traits'>;
export type Anomaly = Item<'/api/catalogue/anomalies'>;
export type EventDetails = Body<'/api/catalogue/events/{name}'>;

export function eventsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'catalogue', 'events'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/catalogue/events', { signal })),
  });
}

export function eventQuery(workspace: string, name: string) {
  return queryOptions({
    queryKey: [workspace, 'catalogue', 'event', name],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/catalogue/events/{name}', { params: { path: { name } }, signal })),
  });
}

export function traitsQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'catalogue', 'traits'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/catalogue/traits', { signal })),
  });
}

/** Volumes that are odd, each with what it was compared with. */
export function anomaliesQuery(workspace: string) {
  return queryOptions({
    queryKey: [workspace, 'catalogue', 'anomalies'],
    queryFn: ({ signal }) => body(api(workspace).GET('/api/catalogue/anomalies', { signal })),
  });
}
