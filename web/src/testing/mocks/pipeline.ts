import type { Schemas } from './schemas';

function stage(key: string, name: string, total: number, part: Partial<Schemas['Pipeline']['stages'][number]> = {}): Schemas['Pipeline']['stages'][number] {
  return { key, name, total, perSecond: 812.4, backlog: null, lagSeconds: null, ...part };
}

/** A pipeline that keeps up. */
export function calmPipeline(): Schemas['Pipeline'] {
  return {
    at: '2026-01-05T09:30:00Z',
    stages: [
      stage('received', 'Received', 1_204_310),
      stage('accepted', 'Accepted', 1_204_120),
      stage('refused', 'Refused', 190, { perSecond: 0 }),
      stage('duplicate', 'Duplicates', 12, { perSecond: 0 }),
      stage('resolved', 'Identity', 1_204_108, { backlog: 0, lagSeconds: 0 }),
      stage('live', 'Live', 1_204_108, { backlog: 0, lagSeconds: 0 }),
      stage('stored', 'Stored', 1_203_900, { backlog: 208, lagSeconds: 0.4 }),
    ],
    partitions: [
      { partition: 0, position: 602_000, head: 602_104, behind: 104 },
      { partition: 1, position: 601_900, head: 601_900, behind: 0 },
    ],
    live: {
      customersInMemory: 20_100, customersWithState: 640, segments: 12, evaluateMicroseconds: { p50: 3.1, p99: 41 }, timersDue: 0, timersWaiting: 412, nextTimer: '2026-01-05T09:41:00Z',
      differences: { total: 0, lastCheckedAt: '2026-01-05T09:00:00Z' },
    },
    batches: { rowsP50: 812, rowsP99: 1_900 },
    refusing: false,
    refusedBecause: null,
  };
}
