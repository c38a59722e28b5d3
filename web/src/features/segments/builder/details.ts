import { slugOf } from '@/lib/slug';

/** What people write about a segment besides its definition. */
export interface Details {
  readonly name: string;
  readonly key: string;
  /** Whether somebody wrote the key; otherwise it follows the name. */
  readonly keyIsOwn: boolean;
  readonly description: string;
}

const longestKey = 64;
const keyPattern = /^[a-z][a-z0-9-]{0,63}$/;

/** A key made of a name: lower-case letters, digits and hyphens, beginning with a letter. */
export function keyOf(name: string): string {
  return slugOf(name.replace(/^[^\p{L}]+/u, ''), longestKey);
}

export function isKey(key: string): boolean {
  return keyPattern.test(key);
}

/** The details with the key following the name for as long as nobody wrote another. */
export function followed(details: Details): Details {
  return details.keyIsOwn ? details : { ...details, key: keyOf(details.name) };
}
