import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

const thanksMs = 2_000;

interface CopyButtonProps {
  text: string;
  /** What is copied, for those who hear the page: "the write key". */
  what: string;
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Browsers lend the clipboard only to pages that came over TLS or from the same machine.
    return false;
  }
}

/** Copies a text, and says whether that worked. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  useEffect(() => {
    if (outcome === 'none') return undefined;
    const timer = setTimeout(() => setOutcome('none'), thanksMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const Icon = outcome === 'copied' ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`Copy ${what}`}
      leftSection={<Icon size={14} aria-hidden="true" />}
      onClick={() => void toClipboard(text).then((done) => setOutcome(done ? 'copied' : 'refused'))}
    >
      <span role="status">{outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Select and copy it' : 'Copy'}</span>
    </Button>
  );
}
