import type { PlanDocument, PlannedEvent } from './api/tracking-plan';

/** A property of a planned event, as a table shows it. */
export interface PlannedProperty {
  name: string;
  /** The types of JSON Schema that are allowed; empty: any. */
  types: readonly string[];
  isRequired: boolean;
  /** The values that are allowed; empty: any. */
  values: readonly unknown[];
  /** Whether its schema says more than a table shows. */
  hasMore: boolean;
}

type Json = Record<string, unknown>;

export const jsonTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object'] as const;
const shownKeywords = new Set(['type', 'enum']);

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function asList(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The properties that a schema names, in its order, those that are only required among them. */
export function propertiesOf(schema: unknown): PlannedProperty[] {
  const { properties, required } = asObject(schema);
  const needed = asList(required).map(String);
  const named = Object.entries(asObject(properties)).map(([name, part]): PlannedProperty => {
    const own = asObject(part);
    return {
      name,
      types: asList(own.type).map(String),
      isRequired: needed.includes(name),
      values: asList(own.enum),
      hasMore: Object.keys(own).some((keyword) => !shownKeywords.has(keyword)),
    };
  });
  const bare = needed.filter((name) => !named.some((property) => property.name === name));
  return [...named, ...bare.map((name) => ({ name, types: [], isRequired: true, values: [], hasMore: false }))];
}

/** A schema with one property changed, or without it; all else that it says stays. */
export function withProperty(schema: unknown, name: string, change: Partial<PlannedProperty> | null): Json {
  const before = asObject(schema);
  const properties = { ...asObject(before.properties) };
  const required = new Set(asList(before.required).map(String));
  if (change === null) {
    const others = Object.fromEntries(Object.entries(properties).filter(([other]) => other !== name));
    required.delete(name);
    return { type: 'object', ...before, properties: others, required: [...required] };
  }
  const own = { ...asObject(properties[name]) };
  if (change.types) setOrDrop(own, 'type', change.types.length === 1 ? change.types[0] : change.types, change.types.length > 0);
  if (change.values) setOrDrop(own, 'enum', change.values, change.values.length > 0);
  if (change.isRequired === true) required.add(name);
  if (change.isRequired === false) required.delete(name);
  return { type: 'object', ...before, properties: { ...properties, [name]: own }, required: [...required] };
}

function setOrDrop(target: Json, keyword: string, value: unknown, isThere: boolean): void {
  if (isThere) target[keyword] = value;
  else Reflect.deleteProperty(target, keyword);
}

/** A plan with one of its events changed, or without it. */
export function withEvent(plan: PlanDocument, name: string, changed: PlannedEvent | null): PlanDocument {
  const events = plan.events.flatMap((event) => (event.name === name ? (changed ? [changed] : []) : [event]));
  return { ...plan, events: changed && !plan.events.some((event) => event.name === name) ? [...events, changed] : events };
}

export const emptyPlan: PlanDocument = { events: [], traits: undefined, unplanned: 'report' };

/** Allowed values as one types them, with commas between; what is a number where numbers are allowed becomes one. */
export function readValues(text: string, types: readonly string[]): unknown[] {
  const numeric = types.length > 0 && types.every((type) => type === 'number' || type === 'integer');
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (numeric && Number.isFinite(Number(part)) ? Number(part) : part));
}
