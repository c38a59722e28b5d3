/** Where an import is on its way, in words. */
const names: Record<string, string> = {
  queued: 'Waiting for its turn',
  reading: 'Reading the file',
  publishing: 'Publishing the rows',
  done: 'Done',
  failed: 'Failed',
  'needs-answer': 'Needs an answer',
};

export function stateName(state: string): string {
  return names[state] ?? state;
}

export function isRunning(state: string): boolean {
  return state === 'queued' || state === 'reading' || state === 'publishing';
}
