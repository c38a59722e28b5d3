import { seeded } from './random';
import { rules } from './rules';
import type { Schemas } from './schemas';

const dayMs = 86_400_000;
const given = ['Ada', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Keiko', 'Lars', 'Mina', 'Noor', 'Otto', 'Paula', 'Quentin', 'Rosa', 'Sven', 'Tilda'];
const family = ['Almeida', 'Bianchi', 'Costa', 'Dubois', 'Eriksen', 'Fischer', 'Garcia', 'Hansen', 'Ivanova', 'Jansen', 'Kowalski', 'Lindqvist', 'Moreau', 'Novak', 'Okafor', 'Petrov', 'Rossi', 'Schmidt', 'Tanaka', 'Vogel'];
const countries = ['United Kingdom', 'United Kingdom', 'United Kingdom', 'Germany', 'Germany', 'France', 'Netherlands', 'Ireland', 'Spain', 'Norway'];
const products = [
  ['T-101', 'Stoneware mug, sand', 14.5],
  ['T-117', 'Linen tea towel, set of three', 22],
  ['T-204', 'Beeswax candle, tall', 9.8],
  ['T-233', 'Oak serving board', 46],
  ['T-310', 'Glass carafe, one litre', 31.5],
  ['T-342', 'Wool throw, lapis', 89],
  ['T-401', 'Paper lantern, gold', 12.25],
  ['T-428', 'Terracotta planter', 27.9],
  ['T-505', 'Enamel jug, white', 34],
  ['T-560', 'Notebook, stitched', 8.4],
] as const;

export interface SampleCustomer {
  id: string;
  number: number;
  name: string;
  country: string;
  orders: Schemas['Order'][];
  recencyDays: number;
  frequency: number;
  monetary: number;
  scores: Schemas['Scores'];
  segment: string;
}

export interface Sample {
  key: string;
  name: string;
  currency: string;
  timeZone: string;
  reference: Date;
  customers: SampleCustomer[];
}

function pick<Element>(random: () => number, list: readonly Element[]): Element {
  const element = list[Math.floor(random() * list.length)];
  if (element === undefined) throw new Error('An empty list has nothing to pick.');
  return element;
}

function makeOrder(random: () => number, time: Date, number: number, currency: string): Schemas['Order'] {
  const cancelled = random() < 0.03;
  const lines: Schemas['OrderLine'][] = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const [sku, description, unitPrice] = pick(random, products);
    const quantity = 1 + Math.floor(random() * 3);
    return { sku, description, quantity, unitPrice, amount: quantity * unitPrice, kind: cancelled ? 'cancellation' : 'sale' };
  });
  const back = !cancelled && random() < 0.05 ? lines[0] : undefined;
  if (back) lines.push({ ...back, quantity: -1, amount: -back.unitPrice, kind: 'return' });
  return {
    orderId: `A-${String(10_000 + number)}`,
    time: time.toISOString(),
    status: cancelled ? 'cancelled' : back ? 'partly-returned' : 'completed',
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    currency,
    lines,
  };
}

function score(values: number[], value: number): number {
  return 1 + Math.floor((5 * values.filter((other) => other < value).length) / values.length);
}

/** A made-up year of a shop: customers who buy at their own rate and may stop, scored by quintiles. */
export function makeSample(key: string, name: string, currency: string, seed: number, size: number): Sample {
  const random = seeded(seed);
  const reference = new Date('2026-01-01T00:00:00Z');
  const drafts = Array.from({ length: size }, (_, number) => {
    const joined = random() < 0.75 ? 365 : 1 + Math.floor(random() * 360);
    const gap = 8 + 110 * random() ** 0.6;
    const leaves = random() < 0.35 ? Math.floor(random() * joined) : 0;
    const orders: Schemas['Order'][] = [];
    for (let day = joined - random() * Math.min(gap, joined - 1); day > leaves || orders.length === 0; day -= gap * (0.4 + 1.2 * random())) {
      const time = new Date(reference.getTime() - Math.max(day, 1) * dayMs);
      orders.push(makeOrder(random, time, number * 100 + orders.length, currency));
      if (day <= 1) break;
    }
    orders.reverse();
    const sales = orders.filter(({ status }) => status !== 'cancelled');
    const last = sales[0] ?? orders[0];
    return {
      id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      number,
      name: `${pick(random, given)} ${pick(random, family)}`,
      country: pick(random, countries),
      orders,
      recencyDays: last ? Math.floor((reference.getTime() - new Date(last.time).getTime()) / dayMs) : joined,
      frequency: Math.max(sales.length, 1),
      monetary: sales.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'sale').reduce((sum, line) => sum + line.amount, 0),
    };
  });
  const recency = drafts.map(({ recencyDays }) => -recencyDays);
  const frequency = drafts.map((draft) => draft.frequency);
  const monetary = drafts.map((draft) => draft.monetary);
  const customers = drafts.map((draft) => {
    const scores = {
      recency: score(recency, -draft.recencyDays),
      frequency: score(frequency, draft.frequency),
      monetary: score(monetary, draft.monetary),
    };
    return { ...draft, scores, segment: rules.find(({ holds }) => holds(scores))?.key ?? 'lost' };
  });
  return { key, name, currency, timeZone: 'UTC', reference, customers };
}
