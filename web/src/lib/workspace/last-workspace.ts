const storageKey = 'tessera.workspace';

/** The workspace that this browser showed last, so that the bare address leads back to it. */
export function lastWorkspace(): string | null {
  return globalThis.localStorage.getItem(storageKey);
}

export function rememberWorkspace(key: string): void {
  globalThis.localStorage.setItem(storageKey, key);
}
