import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** The colours of the segment language. What it means is read by the server alone. */

const joints = new Set(['and', 'or', 'not', 'of']);

const words = new Set([
  'did', 'do', 'does', 'any', 'event', 'at', 'least', 'most', 'exactly', 'more', 'than', 'fewer', 'between', 'once', 'twice', 'time', 'times', 'on', 'in', 'the', 'last', 'first',
  'since', 'before', 'after', 'ever', 'ago', 'current', 'previous', 'per', 'where', 'is', 'one', 'contains', 'contain', 'starts', 'ends', 'with', 'matches', 'set', 'within', 'next',
  'has', 'its', 'anniversary', 'includes', 'all', 'been', 'for', 'version', 'count', 'distinct', 'sum', 'average', 'minimum', 'maximum', 'median', 'frequent', 'ratio', 'to', 'fell',
  'rose', 'by', 'then', 'same', 'without', 'segment', 'entered', 'left', 'consents', 'random', 'top', 'bottom', 'company', 'trait', 'property',
]);

const units = new Set(['minute', 'minutes', 'hour', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months', 'quarter', 'quarters', 'year', 'years']);

function kindOf(word: string): string {
  const lower = word.toLowerCase();
  if (joints.has(lower)) return 'operatorKeyword';
  if (words.has(lower)) return 'keyword';
  if (units.has(lower)) return 'unit';
  return lower === 'true' || lower === 'false' ? 'bool' : 'variableName';
}

const segmentLanguage = StreamLanguage.define({
  name: 'segments',
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (stream.match(/^"(?:[^"\\\n]|\\.)*"?/)) return 'string';
    if (stream.match(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?/i)) return 'literal';
    if (stream.match(/^-?\d+(?:\.\d+)?%?/)) return 'number';
    if (stream.match(/^(?:!=|<=|>=|[=<>])/)) return 'operator';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_.-]*/u);
    if (word && typeof word === 'object') return kindOf(word[0]);
    stream.next();
    return 'punctuation';
  },
  tokenTable: { unit: tags.unit },
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '"'] } },
});

const highlighting = HighlightStyle.define([
  { tag: tags.operatorKeyword, color: 'var(--lapis)', fontWeight: '700' },
  { tag: tags.keyword, color: 'var(--lapis)' },
  { tag: tags.unit, color: 'var(--lapis)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.number, tags.literal, tags.bool], color: 'var(--gold-ink)' },
  { tag: tags.operator, color: 'var(--ink-soft)' },
  { tag: tags.comment, color: 'var(--ink-faint)', fontStyle: 'italic' },
  { tag: tags.variableName, color: 'var(--ink)', fontWeight: '600' },
  { tag: tags.punctuation, color: 'var(--ink-faint)' },
]);

export const segmentSyntax = [segmentLanguage, syntaxHighlighting(highlighting)];
