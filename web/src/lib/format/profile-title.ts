interface Titled {
  name?: string | null | undefined;
  identifier?: { value?: string | undefined } | undefined;
}

/** What to call a customer: the name, or else the identifier that the shop knows. */
export function profileTitle({ name, identifier }: Titled): string {
  if (name) return name;
  return identifier?.value ? `Customer ${identifier.value}` : 'Customer';
}
