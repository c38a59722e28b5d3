import { type Tone, StatusBadge } from '@/components/status-badge';
import type { Webhook } from '../api/get-webhooks';

function stateOf({ enabled, disabledWhy, failures, dead }: Webhook): { tone: Tone; word: string } {
  if (disabledWhy) return { tone: 'bad', word: 'Switched off by itself' };
  if (!enabled) return { tone: 'quiet', word: 'Switched off' };
  if (failures > 0) return { tone: 'attention', word: 'Failing' };
  return dead > 0 ? { tone: 'attention', word: 'Some given up' } : { tone: 'good', word: 'Fine' };
}

/** How a webhook fares, in a word. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { tone, word } = stateOf(webhook);
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}
