import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asProblem, type Problem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { definitionProblems, type DefinitionProblem, parseDefinition, type ParsedDefinition, type Written } from '../api/parse-definition';
import { withComments } from '../definition/comments';
import type { Group } from '../definition/expression';
import { isWhole } from '../definition/missing';
import { emptyGroup, readTree, writeTree } from '../definition/tree';

/** How the definition stands: what the server made of what was edited last. */
export type Reading =
  | { readonly state: 'empty' }
  | { readonly state: 'reading' }
  /** A condition of the tree still needs something before it says anything. */
  | { readonly state: 'unfinished' }
  | { readonly state: 'good'; readonly parsed: ParsedDefinition }
  | { readonly state: 'broken'; readonly problems: readonly DefinitionProblem[]; readonly message: string }
  | { readonly state: 'failed'; readonly problem: Problem };

interface State {
  readonly text: string;
  readonly tree: Group;
  /** Which of the two was edited last; the other one follows. */
  readonly edited: 'text' | 'tree';
  readonly revision: number;
  readonly reading: Reading;
  /** What the server last understood: stays on the screen while something new is being read, or cannot be. */
  readonly understood: ParsedDefinition | null;
}

type Action =
  | { type: 'text'; text: string }
  | { type: 'tree'; tree: Group }
  | { type: 'understood'; revision: number; parsed: ParsedDefinition }
  | { type: 'refused'; revision: number; problem: Problem };

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'text': {
      const empty = action.text.trim() === '';
      return { ...state, text: action.text, edited: 'text', revision: state.revision + 1, reading: { state: empty ? 'empty' : 'reading' }, ...(empty ? { tree: emptyGroup, understood: null } : {}) };
    }
    case 'tree': {
      const empty = writeTree(action.tree) === null;
      const reading: Reading = empty ? { state: 'empty' } : isWhole(action.tree) ? { state: 'reading' } : { state: 'unfinished' };
      return { ...state, tree: action.tree, edited: 'tree', revision: state.revision + 1, reading, ...(empty ? { text: withComments('', state.text).trimEnd(), understood: null } : {}) };
    }
    case 'understood': {
      if (action.revision !== state.revision) return state;
      const follower = state.edited === 'text' ? { tree: readTree(action.parsed.tree) } : { text: withComments(action.parsed.canonical, state.text) };
      return { ...state, ...follower, reading: { state: 'good', parsed: action.parsed }, understood: action.parsed };
    }
    case 'refused': {
      if (action.revision !== state.revision) return state;
      const problems = definitionProblems(action.problem);
      const reading: Reading = problems.length > 0 ? { state: 'broken', problems, message: action.problem.message } : { state: 'failed', problem: action.problem };
      return { ...state, reading };
    }
  }
}

const pauseMs = { text: 180, tree: 60 };

/** A definition that is edited as a text and as a tree, each following the other by way of the server. */
export function useDefinition(initial: string, segmentKey?: string) {
  const { key: workspace } = useWorkspace();
  const [state, dispatch] = useReducer(reduce, {
    text: initial,
    tree: emptyGroup,
    edited: 'text',
    revision: 0,
    reading: { state: initial.trim() === '' ? 'empty' : 'reading' },
    understood: null,
  } satisfies State);
  const { text, tree, edited, revision, reading } = state;
  const isWaiting = reading.state === 'reading';
  const first = useRef(true);

  useEffect(() => {
    if (!isWaiting) return;
    const leaving = new AbortController();
    const written: Written | null = edited === 'text' ? { definition: text } : writtenTree(tree);
    const pause = first.current ? 0 : pauseMs[edited];
    first.current = false;
    const soon = setTimeout(() => {
      if (!written) return;
      parseDefinition(workspace, written, leaving.signal, segmentKey).then(
        (parsed) => {
          dispatch({ type: 'understood', revision, parsed });
        },
        (error: unknown) => {
          if (!leaving.signal.aborted) dispatch({ type: 'refused', revision, problem: asProblem(error) });
        },
      );
    }, pause);
    return () => {
      clearTimeout(soon);
      leaving.abort();
    };
  }, [workspace, text, tree, edited, revision, isWaiting, segmentKey]);

  return {
    ...state,
    setText: useCallback((next: string) => {
      dispatch({ type: 'text', text: next });
    }, []),
    setTree: useCallback((next: Group) => {
      dispatch({ type: 'tree', tree: next });
    }, []),
  };
}

function writtenTree(tree: Group): Written | null {
  const written = writeTree(tree);
  return written ? { tree: written } : null;
}
