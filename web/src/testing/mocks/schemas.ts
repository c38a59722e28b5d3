import type { paths } from '@/lib/api/schema';
import type { Body, Item } from '@/lib/api/types';

/** What the mocks answer with, named by where it is asked for: the compiler holds them to the server's document. */
export interface Schemas {
  Session: Body<'/api/session'>;
  System: Body<'/api/system'>;
  Overview: Body<'/api/insights/overview'>;
  Segment: Item<'/api/segments'>;
  SegmentDetail: Body<'/api/segments/{key}'>;
  Member: Item<'/api/segments/{key}/members'>;
  Explanation: Body<'/api/segments/{key}/explain/{profileId}'>;
  Rfm: Body<'/api/rfm'>;
  RfmOptions: Body<'/api/rfm'>['options'];
  Scores: NonNullable<Item<'/api/segments/{key}/members'>['scores']>;
  ProfileSummary: Item<'/api/profiles'>;
  Profile: Body<'/api/profiles/{id}'>;
  Order: Item<'/api/profiles/{id}/orders'>;
  OrderLine: Item<'/api/profiles/{id}/orders'>['lines'][number];
  Import: Item<'/api/imports'>;
  Guess: paths['/api/imports/guess']['post']['responses'][200]['content']['application/json'];
}
