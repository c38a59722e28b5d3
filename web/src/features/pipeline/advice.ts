import { formatCount, formatDecimal } from '@/lib/format/numbers';
import type { Pipeline, Stage } from './api/get-pipeline';

export interface Advice {
  what: string;
  todo: string;
}

/** From when on waiting is more than the ordinary second of a batch. */
const lateSeconds = 5;
const slowEvaluationMicroseconds = 2_000;

const remedies: Record<string, string> = {
  resolved: 'Identity waits for the disk that the state lies on. Look at its speed with ./tessera doctor, and at what else writes there.',
  live: 'Segments are evaluated more slowly than calls come. Look for segments that cost much, and give the server another core.',
  stored: 'The engine takes batches more slowly than calls come. Look at its memory and at the disk on the system page; long questions to it wait in the same line.',
};

function late({ key, name, backlog, lagSeconds }: Stage): Advice[] {
  if (lagSeconds === null || lagSeconds < lateSeconds) return [];
  const waiting = backlog === null ? '' : `, ${formatCount(backlog)} calls wait`;
  return [{ what: `“${name}” is ${formatDecimal(lagSeconds, 0)} seconds behind${waiting}.`, todo: remedies[key] ?? 'Nothing is lost: calls wait in the log, and are taken in order.' }];
}

/** What is behind or wrong, each with what to do about it. Nothing when all is well. */
export function adviceFor({ refusing, refusedBecause, stages, live }: Pipeline): Advice[] {
  const advice: Advice[] = [];
  if (refusing) {
    advice.push({
      what: `Senders are told to come again later${refusedBecause ? `: ${refusedBecause}` : '.'}`,
      todo: 'Stock clients do so by themselves, so nothing is lost. Look at the disk of the log, and at the stages that are behind.',
    });
  }
  advice.push(...stages.flatMap(late));
  if (live.differences && live.differences.total > 0) {
    advice.push({
      what: `Live membership differed from the engine ${live.differences.total === 1 ? 'once' : `${formatCount(live.differences.total)} times`} since the server started.`,
      todo: 'Each was put right, and is a defect of Tessera: the server’s log names the customer and the segment. Please report it.',
    });
  }
  if (live.evaluateMicroseconds && live.evaluateMicroseconds.p99 > slowEvaluationMicroseconds) {
    advice.push({
      what: `Evaluating a customer takes up to ${formatDecimal(live.evaluateMicroseconds.p99 / 1000)} ms.`,
      todo: 'Customers with very long histories, or segments with very long windows, cost most. Preview a segment to see what it costs.',
    });
  }
  return advice;
}
