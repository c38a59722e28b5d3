const names: Record<string, string> = { user_id: 'Customer id', anonymous_id: 'Visitor id', email: 'E-mail', phone: 'Phone' };

/** What a kind of identifier is called. */
export function identifierName(kind: string): string {
  const words = kind.replaceAll('_', ' ');
  return names[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
