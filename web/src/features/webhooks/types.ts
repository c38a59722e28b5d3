/** What can be sent, and what it means. */
export const webhookTypes = [
  { value: 'segment.entered', label: 'Somebody entered a segment' },
  { value: 'segment.left', label: 'Somebody left a segment' },
] as const;

export function typeName(type: string): string {
  const names: Record<string, string> = { 'segment.entered': 'Entered', 'segment.left': 'Left', 'webhook.test': 'Trial' };
  return names[type] ?? type;
}
