import { describe, expect, it } from 'vitest';
import type { ProfileEvent } from './api/get-events';
import { byDay, namesOf } from './event-days';

function event(time: string, name: string, type = 'track'): ProfileEvent {
  return { id: time, type, name, time, properties: {}, context: {} };
}

const events = [event('2026-01-05T09:00:00Z', 'Login'), event('2026-01-05T08:00:00Z', ''), event('2026-01-03T08:00:00Z', 'Login'), event('2026-01-03T07:00:00Z', '', 'identify')];

describe('byDay', () => {
  it('cuts where the day changes and keeps the order', () => {
    expect(byDay(events).map(({ day, events: of }) => [day, of.length])).toEqual([
      ['2026-01-05', 2],
      ['2026-01-03', 2],
    ]);
    expect(byDay([])).toEqual([]);
  });
});

describe('namesOf', () => {
  it('counts names, and types where there is no name', () => {
    expect(namesOf(events)).toEqual([
      { name: 'Login', count: 2 },
      { name: 'track', count: 1 },
      { name: 'identify', count: 1 },
    ]);
  });
});
