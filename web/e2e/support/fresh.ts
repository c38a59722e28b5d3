/** A name that no other test, and no earlier try of this one, has used. */
export function fresh(name: string, { retry, repeatEachIndex }: { retry: number; repeatEachIndex: number }): string {
  return retry + repeatEachIndex === 0 ? name : `${name} ${String(repeatEachIndex)} ${String(retry)}`;
}
