import { Badge } from '@mantine/core';

export type Tone = 'good' | 'bad' | 'attention' | 'busy' | 'quiet';

const colours: Record<Tone, string> = { good: 'teal', bad: 'red', attention: 'gold', busy: 'lapis', quiet: 'gray' };

/** A state in a word. The colour only adds to it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Badge style={{ flex: 'none', overflow: 'visible' }} miw="max-content" variant="light" radius="sm" tt="none" fw={550} c="var(--mantine-color-text)" color={colours[tone]}>
      {children}
    </Badge>
  );
}
