import { useState } from 'react';
import type { Pipeline } from './api/get-pipeline';

const kept = 60;

type Rates = Readonly<Record<string, readonly number[]>>;

/** How fast each stage was over the last minute, by its key: what was seen since the page was opened. */
export function useRates(pipeline: Pipeline | undefined): Rates {
  const [seen, setSeen] = useState<{ at: string | undefined; rates: Rates }>({ at: undefined, rates: {} });
  if (pipeline === undefined || pipeline.at === seen.at) return seen.rates;
  const rates = Object.fromEntries(pipeline.stages.map(({ key, perSecond }) => [key, [...(seen.rates[key] ?? []), perSecond].slice(-kept)]));
  // Another reading, known by its time: what is kept follows it before anything is drawn.
  setSeen({ at: pipeline.at, rates });
  return rates;
}
