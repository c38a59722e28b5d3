import { groupBy } from './group-by';
import { seeded } from './random';
import { rules } from './rules';
import type { Sample, SampleCustomer } from './sample';
import type { Schemas } from './schemas';

const dayMs = 86_400_000;

function sum<Element>(list: readonly Element[], value: (element: Element) => number): number {
  return list.reduce((total, element) => total + value(element), 0);
}

function monthStarts(sample: Sample): Date[] {
  return Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(sample.reference.getUTCFullYear() - 1, index, 1)));
}

function stepStarts(sample: Sample, interval: string): Date[] {
  if (interval === 'month') return monthStarts(sample);
  const days = interval === 'week' ? 7 : 1;
  return Array.from({ length: Math.floor(364 / days) }, (_, index) => new Date(sample.reference.getTime() - (364 - index * days) * dayMs));
}

export function overview(sample: Sample, from: string | null, interval: string): Schemas['Overview'] {
  const starts = stepStarts(sample, interval);
  const since = from ? new Date(from) : new Date(0);
  const orders = sample.customers
    .flatMap((customer) => customer.orders.map((order) => ({ customer, order, time: new Date(order.time) })))
    .filter(({ time, order }) => time >= since && order.status !== 'cancelled');
  const revenue = sum(orders, ({ order }) => order.amount);
  const inSteps = starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? sample.reference }))
    .filter(({ end }) => end > since)
    .map(({ start, end }) => {
      const within = orders.filter(({ time }) => time >= start && time < end);
      return {
        start: start.toISOString(),
        revenue: sum(within, ({ order }) => order.amount),
        orders: within.length,
        customers: new Set(within.map(({ customer }) => customer.id)).size,
        newCustomers: within.filter(({ customer, order }) => customer.orders.at(-1) === order).length,
        returns: sum(within, ({ order }) => -sum(order.lines.filter(({ kind }) => kind === 'return'), ({ amount }) => amount)),
      };
    });
  const lines = orders.flatMap(({ order }) => order.lines).filter(({ kind }) => kind === 'sale');
  const bySku = groupBy(lines, ({ sku }) => sku);
  const byCountry = groupBy(orders, ({ customer }) => customer.country);
  return {
    currency: sample.currency,
    asOf: sample.customers.length === 0 ? null : new Date(sample.reference.getTime() - dayMs).toISOString(),
    knownProfiles: Math.ceil(sample.customers.length * 1.5),
    customers: sample.customers.length,
    activeCustomers: new Set(orders.map(({ customer }) => customer.id)).size,
    newCustomers: sum(inSteps, ({ newCustomers }) => newCustomers),
    orders: orders.length,
    revenue,
    returns: sum(inSteps, ({ returns }) => returns),
    netRevenue: revenue - sum(inSteps, ({ returns }) => returns),
    from: inSteps[0]?.start ?? null,
    to: sample.reference.toISOString().slice(0, 10),
    averageOrderValue: orders.length === 0 ? 0 : revenue / orders.length,
    ordersWithoutCustomer: 14,
    change: from ? { revenue: 0.124, orders: 0.091, customers: 0.043, averageOrderValue: -0.018 } : { revenue: null, orders: null, customers: null, averageOrderValue: null },
    series: inSteps,
    topProducts: [...bySku]
      .map(([sku, sold]) => ({ sku, description: sold[0]?.description ?? sku, quantity: sum(sold, ({ quantity }) => quantity), revenue: sum(sold, ({ amount }) => amount) }))
      .sort((one, other) => other.revenue - one.revenue),
    countries: [...byCountry]
      .map(([country, bought]) => ({ country, customers: new Set(bought.map(({ customer }) => customer.id)).size, revenue: sum(bought, ({ order }) => order.amount) }))
      .sort((one, other) => other.revenue - one.revenue),
  };
}

export function segments(sample: Sample): Schemas['SegmentDetail'][] {
  const total = sum(sample.customers, ({ monetary }) => monetary);
  return rules.map((rule, order) => {
    const members = sample.customers.filter(({ segment }) => segment === rule.key);
    const revenue = sum(members, ({ monetary }) => monetary);
    const random = seeded(order + 1);
    const count = Math.max(members.length, 1);
    const trend = monthStarts(sample).map((date, index) => ({
      date: date.toISOString().slice(0, 10),
      size: Math.round(members.length * (0.55 + (0.45 * index) / 11) * (index === 11 ? 1 : 0.9 + 0.2 * random())),
    }));
    const before = trend[10]?.size ?? 0;
    return {
      key: rule.key,
      name: rule.name,
      kind: 'rfm',
      description: rule.description,
      definition: '',
      size: members.length,
      share: members.length / sample.customers.length,
      revenue,
      revenueShare: revenue / total,
      averageValue: revenue / count,
      averageRecencyDays: sum(members, ({ recencyDays }) => recencyDays) / count,
      averageFrequency: sum(members, ({ frequency }) => frequency) / count,
      trend,
      sizeChange: before === 0 ? null : (members.length - before) / before,
      advice: rule.advice,
      rules: rule.rule,
      state: 'ready',
    };
  });
}

export function rfm(sample: Sample, options: Schemas['RfmOptions']): Schemas['Rfm'] {
  const steps = [1, 2, 3, 4, 5];
  return {
    options,
    referenceDate: sample.reference.toISOString().slice(0, 10),
    computedAt: '2026-01-01T06:00:00Z',
    customers: sample.customers.length,
    cutoffs: { recency: [180, 92, 40, 14], frequency: [2, 4, 7, 12], monetary: [120, 310, 640, 1250] },
    grid: steps.flatMap((recency) =>
      steps.map((frequency) => {
        const members = sample.customers.filter(({ scores }) => scores.recency === recency && scores.frequency === frequency);
        const revenue = sum(members, ({ monetary }) => monetary);
        return {
          recency,
          frequency,
          customers: members.length,
          revenue,
          averageMonetary: members.length === 0 ? 0 : revenue / members.length,
          segments: [...groupBy(members, ({ segment }) => segment)].map(([key, within]) => ({ key, size: within.length })).sort((one, other) => other.size - one.size),
        };
      }),
    ),
    segments: rules.map(({ key, name, rule, description }) => ({ key, name, rule, description })),
    state: sample.customers.length === 0 ? 'empty' : 'ready',
    past: { state: 'ready', months: 11, done: 11, problem: null },
    problem: null,
  };
}

function segmentName(key: string): string {
  return rules.find((rule) => rule.key === key)?.name ?? key;
}

export function profileSummary(customer: SampleCustomer): Schemas['ProfileSummary'] {
  return {
    id: customer.id,
    identifier: { kind: 'user_id', value: String(12_000 + customer.number) },
    name: customer.name,
    country: customer.country,
    firstSeen: customer.orders.at(-1)?.time ?? '',
    lastSeen: customer.orders[0]?.time ?? '',
    orders: customer.frequency,
    revenue: customer.monetary,
    segments: [{ key: customer.segment, name: segmentName(customer.segment) }],
    columns: {},
  };
}

export function profile(sample: Sample, customer: SampleCustomer, written: readonly { key: string; name: string }[] = []): Schemas['Profile'] {
  const summary = profileSummary(customer);
  return {
    id: customer.id,
    identifiers: [
      { kind: 'user_id', value: summary.identifier.value ?? '', source: 'default', firstSeen: summary.firstSeen },
      { kind: 'email', value: `${customer.name.toLowerCase().replace(' ', '.')}@example.com`, source: 'default', firstSeen: summary.firstSeen },
    ],
    name: customer.name,
    country: customer.country,
    traits: { plan: 'studio', newsletter: true, seats: 4 },
    context: { locale: 'de-DE', device: { type: 'desktop' } },
    computed: { sessions: 12, daysActive: 9, devices: 2, acquisitionChannel: 'organic-search', lifetimeRevenue: customer.monetary, currency: 'GBP' },
    company: null,
    firstSeen: summary.firstSeen,
    lastSeen: summary.lastSeen,
    segments: [{ key: customer.segment, name: segmentName(customer.segment), kind: 'rfm', since: '2025-11-01T00:00:00Z' }, ...written.map(({ key, name }) => ({ key, name, kind: 'rule', since: '2026-01-05' }))],
    scores: { 'rfm.recency': customer.scores.recency },
    rfm: {
      recencyDays: customer.recencyDays,
      frequency: customer.frequency,
      monetary: customer.monetary,
      referenceDate: sample.reference.toISOString().slice(0, 10),
      windowDays: null,
      isNet: false,
      scores: customer.scores,
      segment: { key: customer.segment, name: segmentName(customer.segment) },
      why: `${customer.name} is in ${segmentName(customer.segment)}: last purchase ${String(customer.recencyDays)} days before the reference date, ${String(customer.frequency)} orders, ${customer.monetary.toFixed(2)} in all.`,
    },
    value: {
      orders: customer.frequency,
      revenue: customer.monetary,
      returns: 14.5,
      averageOrderValue: customer.monetary / customer.frequency,
      currency: sample.currency,
    },
    lastErasure: null,
  };
}

export function member(customer: SampleCustomer): Schemas['Member'] {
  const { identifier, name, country, firstSeen } = profileSummary(customer);
  return {
    profileId: customer.id,
    identifier,
    name: name ?? null,
    country: country ?? null,
    since: firstSeen,
    enteredAt: null,
    recencyDays: customer.recencyDays,
    frequency: customer.frequency,
    monetary: customer.monetary,
    scores: customer.scores,
  };
}

function explainedPart(part: Partial<Schemas['ExplainedPart']> & Pick<Schemas['ExplainedPart'], 'text' | 'sentence' | 'holds'>): Schemas['ExplainedPart'] {
  return { kind: 'did', line: 1, column: 1, length: part.text.length, value: null, needed: '', events: [], moreEvents: 0, changesAt: null, children: [], ...part };
}

/** Why a customer is in a segment: part by part when it has a definition, by scores when it is the RFM model's. */
export function explanation(customer: SampleCustomer, key: string, definition?: string): Schemas['Explanation'] {
  const rule = rules.find((candidate) => candidate.key === key);
  const whole = { key, profileId: customer.id, at: null, changesAt: null, changesTo: null, root: null, smallestChange: null };
  if (definition !== undefined) {
    return {
      ...whole,
      member: true,
      at: '2026-01-05T09:30:00Z',
      sentence: `${customer.name} belongs.`,
      changesAt: '2026-01-17T10:00:00Z',
      changesTo: false,
      root: explainedPart({
        text: definition,
        sentence: 'did Export File 4 times in the last 14 days; needs at least 3',
        holds: true,
        value: 4,
        needed: 'at least 3',
        events: [{ messageId: 'm-1', name: 'Export File', time: '2026-01-03T10:00:00Z', properties: { format: 'svg' } }],
        moreEvents: 3,
      }),
      smallestChange: { sentence: 'Wait 14 days without Export File.', steps: [] },
      conditions: [],
    };
  }
  return {
    ...whole,
    member: customer.segment === key,
    sentence: `${customer.name} is in ${segmentName(key)} because ${rule?.rule ?? 'the rule says so'}.`,
    conditions: [
      { label: 'Recency', value: String(customer.recencyDays), text: `bought ${String(customer.recencyDays)} days before the reference date: score ${String(customer.scores.recency)} (cut-offs 180, 92, 40 and 14 days)`, holds: true },
      { label: 'Frequency', value: String(customer.frequency), text: `${String(customer.frequency)} orders: score ${String(customer.scores.frequency)} (cut-offs 2, 4, 7 and 12 orders)`, holds: true },
      { label: 'Monetary', value: customer.monetary.toFixed(2), text: `${customer.monetary.toFixed(2)} in all: score ${String(customer.scores.monetary)} (cut-offs 120, 310, 640 and 1,250)`, holds: true },
    ],
  };
}
