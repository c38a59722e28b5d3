import type { Schemas } from './schemas';

/**
 * A sliver of the segment language, enough for screens to be worked on without a server: conditions `did "…"` with a
 * quantity and a period, and `trait is "…"`, joined by `and`.
 */

type Json = Record<string, unknown>;

export const knownEvents = ['Export File', 'Invite Sent', 'Login'];

interface Read {
  tree: Json;
  problems: Schemas['DefinitionProblem'][];
}

const did = /^did "([^"]*)"(?: at least (\d+) times?)?(?: in the last (\d+) (days?|weeks?|hours?))?$/;
const trait = /^([a-z_]+) is "([^"]*)"$/;

function condition(text: string): Json | null {
  const deed = did.exec(text);
  if (deed) {
    const [, name, count, length, unit] = deed;
    const period = length ? { type: 'inLast', length: { count: Number(length), unit: `${unit?.replace(/s$/, '') ?? 'day'}s` } } : { type: 'ever' };
    return { type: 'did', event: { name }, quantity: { of: 'times', test: 'atLeast', count: Number(count ?? 1) }, period };
  }
  const told = trait.exec(text);
  return told ? { type: 'trait', path: [told[1]], test: { type: 'is', value: told[2], negated: false } } : null;
}

function problem(text: string, part: string, severity: 'error' | 'warning', message: string, suggestion: string | null, span = part): Schemas['DefinitionProblem'] {
  return { severity, code: severity === 'error' ? 'expected' : 'unknown-event', message, line: 1, column: text.indexOf(span) + 1, length: span.length, suggestion, path: null };
}

export function readDefinition(text: string): Read {
  const parts = text.replaceAll(/#[^\n]*/g, '').trim().split(/\s+and\s+/);
  const problems: Schemas['DefinitionProblem'][] = [];
  const items = parts.flatMap((part) => {
    const node = condition(part);
    if (!node) {
      const misspelt = part.startsWith('dd ') ? 'dd' : null;
      problems.push(problem(text, part, 'error', 'A condition is expected here.', misspelt ? 'did' : null, misspelt ?? part));
      return [];
    }
    const name = (node.event as { name?: string } | undefined)?.name;
    if (name !== undefined && !knownEvents.includes(name)) {
      problems.push(problem(text, part, 'warning', `No event “${name}” was seen so far.`, '"Export File"', `"${name}"`));
    }
    return [node];
  });
  return { tree: { version: 1, definition: items.length === 1 ? items[0] : { type: 'all', items } }, problems };
}

function print(node: Json): string {
  if (node.type === 'all') return (node.items as Json[]).map(print).join(' and ');
  if (node.type === 'trait') return `${(node.path as string[]).join('.')} is "${String((node.test as Json).value)}"`;
  if (node.type !== 'did') return `(${String(node.type)})`;
  const { count } = node.quantity as { count: number };
  const period = node.period as { type: string; length?: { count: number; unit: string } };
  const often = count === 1 ? '' : ` at least ${String(count)} times`;
  const when = period.length ? ` in the last ${String(period.length.count)} ${period.length.unit}` : '';
  return `did "${(node.event as { name: string }).name}"${often}${when}`;
}

export function printTree(tree: unknown): string {
  return print((tree as { definition: Json }).definition);
}

export function parsed(text: string): Schemas['Parsed'] {
  const { tree, problems } = readDefinition(text);
  const canonical = printTree(tree);
  return { canonical, description: `customers who ${canonical.replaceAll('"', '')}`, tree, warnings: problems, references: [], cost: { level: 'low', sentence: 'Reads 29 thousand events: less than a second.' } };
}
