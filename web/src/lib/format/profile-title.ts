interface Titled {
  name?: string | null | undefined;
  identifier?: { kind?: string | undefined; value?: string | undefined } | undefined;
}

const shownOfVisitor = 8;

/** What to call a customer: the name, or else the identifier that the shop knows. Who never gave any is a visitor. */
export function profileTitle({ name, identifier }: Titled): string {
  if (name) return name;
  if (!identifier?.value) return 'Customer';
  return identifier.kind === 'anonymous_id' ? `Visitor ${identifier.value.slice(0, shownOfVisitor)}` : `Customer ${identifier.value}`;
}
