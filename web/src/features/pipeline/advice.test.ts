import { describe, expect, it } from 'vitest';
import { calmPipeline } from '@/testing/mocks/pipeline';
import { adviceFor } from './advice';

describe('adviceFor', () => {
  it('has nothing to say of a pipeline that keeps up', () => {
    expect(adviceFor(calmPipeline())).toEqual([]);
  });

  it('names the stage that is behind, by how much, and what to do', () => {
    const pipeline = calmPipeline();
    const stored = pipeline.stages.find(({ key }) => key === 'stored');
    Object.assign(stored ?? {}, { backlog: 41_000, lagSeconds: 12.2 });
    const [advice] = adviceFor(pipeline);
    expect(advice?.what).toBe('“Stored” is 12 seconds behind, 41,000 calls wait.');
    expect(advice?.todo).toMatch(/^The engine takes batches more slowly/);
  });

  it('says why senders are told to come again, and that differences are defects', () => {
    const pipeline = calmPipeline();
    const advice = adviceFor({ ...pipeline, refusing: true, refusedBecause: 'the disk is full.', live: { ...pipeline.live, differences: { total: 2, lastCheckedAt: null } } });
    expect(advice.map(({ what }) => what)).toEqual(['Senders are told to come again later: the disk is full.', 'Live membership differed from the engine 2 times since the server started.']);
  });
});
