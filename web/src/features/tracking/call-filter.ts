/** Which calls are looked for. */
export interface CallFilter {
  text: string;
  type: string | null;
  outcome: 'all' | 'accepted' | 'refused';
}

export const noFilter: CallFilter = { text: '', type: null, outcome: 'all' };
