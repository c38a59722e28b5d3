import { dayOf } from '@/lib/format/dates';
import type { ProfileEvent } from './api/get-events';

export interface EventDay {
  day: string;
  events: ProfileEvent[];
}

/** Events in the order they come, cut where the day changes. */
export function byDay(events: readonly ProfileEvent[]): EventDay[] {
  const days: EventDay[] = [];
  for (const event of events) {
    const day = dayOf(event.time);
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}

/** What an event is called: its name, or its type where it has none. */
export function eventName({ name, type }: ProfileEvent): string {
  return name || type;
}

/** The names that occur, the most frequent first, each with how often. */
export function namesOf(events: readonly ProfileEvent[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(eventName(event), (counts.get(eventName(event)) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}
