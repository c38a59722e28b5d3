import type { paths } from '@/lib/api/schema';
import type { Body, Item, Posted } from '@/lib/api/types';

/** What the mocks answer with, named by where it is asked for: the compiler holds them to the server's document. */
export interface Schemas {
  Session: Body<'/api/session'>;
  System: Body<'/api/system'>;
  Overview: Body<'/api/insights/overview'>;
  Segment: Item<'/api/segments'>;
  SegmentDetail: Body<'/api/segments/{key}'>;
  Parsed: Posted<'/api/segments/parse'>;
  DefinitionProblem: Posted<'/api/segments/parse'>['warnings'][number];
  Preview: Posted<'/api/segments/preview'>;
  Vocabulary: Body<'/api/segments/vocabulary'>;
  Version: Item<'/api/segments/{key}/versions'>;
  VersionDiff: Body<'/api/segments/{key}/versions/{version}/diff'>;
  Flow: Body<'/api/segments/{key}/flow'>;
  Overlaps: Body<'/api/segments/{key}/overlaps'>;
  Comparison: Body<'/api/segments/compare'>;
  Library: Body<'/api/segments/library'>;
  ReadySegment: Item<'/api/segments/library'>;
  Member: Item<'/api/segments/{key}/members'>;
  Explanation: Body<'/api/segments/{key}/explain/{profileId}'>;
  ExplainedPart: NonNullable<Body<'/api/segments/{key}/explain/{profileId}'>['root']>;
  Rfm: Body<'/api/rfm'>;
  RfmOptions: Body<'/api/rfm'>['options'];
  Scores: NonNullable<Item<'/api/segments/{key}/members'>['scores']>;
  ProfileSummary: Item<'/api/profiles'>;
  Profile: Body<'/api/profiles/{id}'>;
  Order: Item<'/api/profiles/{id}/orders'>;
  OrderLine: Item<'/api/profiles/{id}/orders'>['lines'][number];
  Import: Item<'/api/imports'>;
  Source: Item<'/api/sources'>;
  SourceWithKey: paths['/api/sources']['post']['responses'][201]['content']['application/json'];
  Snippets: Body<'/api/sources/{key}/snippets'>;
  Refusal: Item<'/api/rejected-events/reasons'>;
  LiveCall: paths['/api/events/live']['get']['responses'][200]['content']['text/event-stream'];
  RejectedCall: Item<'/api/rejected-events'>;
  Webhook: Item<'/api/webhooks'>;
  WebhookRequest: paths['/api/webhooks']['post']['requestBody']['content']['application/json'];
  Delivery: Item<'/api/webhooks/{id}/deliveries'>;
  Pipeline: Body<'/api/pipeline'>;
  Guess: paths['/api/imports/guess']['post']['responses'][200]['content']['application/json'];
}
