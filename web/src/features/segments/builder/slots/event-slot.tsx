import { formatCompact } from '@/lib/format/numbers';
import { useVocabulary } from '../../definition/vocabulary';
import { TextSlot } from './text-slot';

interface EventSlotProps {
  label: string;
  /** Null for any event. */
  name: string | null;
  onChange: (name: string | null) => void;
}

const anyEvent = 'any event';

/** The name of an event, or any. */
export function EventSlot({ label, name, onChange }: EventSlotProps) {
  const { events } = useVocabulary();
  return (
    <TextSlot
      label={label}
      placeholder="an event"
      value={name ?? anyEvent}
      invalid={name === ''}
      offers={[...events.map((event) => ({ value: event.name, note: formatCompact(event.count) })), { value: anyEvent }]}
      onChange={(text) => onChange(text === anyEvent ? null : text)}
    />
  );
}
