import { createContext, use } from 'react';
import { pathText } from './path';
import type { Path } from './expression';

/** What the workspace's data can be asked about: what is offered while a segment is being built. */

export interface KnownValue {
  readonly value: string;
  readonly share: number;
}

/** A trait of customers or a property of an event. */
export interface KnownPath {
  readonly path: string;
  readonly types: readonly string[];
  readonly share: number;
  readonly values: readonly KnownValue[];
}

export interface KnownEvent {
  readonly name: string;
  readonly count: number;
  readonly lastSeen: string | null;
  readonly properties: readonly KnownPath[];
}

export interface Vocabulary {
  readonly events: readonly KnownEvent[];
  readonly traits: readonly KnownPath[];
  readonly segments: readonly { readonly key: string; readonly name: string }[];
}

export const nothingKnown: Vocabulary = { events: [], traits: [], segments: [] };

export const VocabularyContext = createContext<Vocabulary>(nothingKnown);

export function useVocabulary(): Vocabulary {
  return use(VocabularyContext);
}

/** The properties of an event, or of all events together when any will do. */
export function propertiesOf({ events }: Vocabulary, event: string | null): readonly KnownPath[] {
  if (event !== null) return events.find(({ name }) => name === event)?.properties ?? [];
  return [...new Map(events.flatMap(({ properties }) => properties).map((property) => [property.path, property])).values()];
}

export function findPath(known: readonly KnownPath[], path: Path): KnownPath | undefined {
  const text = pathText(path);
  return known.find((candidate) => candidate.path === text);
}
