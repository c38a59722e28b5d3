import { formatDateTime } from './dates';

const instants = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?UTC|[+-]\d\d:\d\d)/g;
// "from … to … UTC": the zone stands once for both.
const spans = /\b(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?) to (?=\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? UTC)/g;

/** A sentence of the server's in which instants read as they do on every screen. */
export function formatSentence(sentence: string): string {
  return sentence.replaceAll(spans, '$1 UTC to ').replaceAll(instants, (instant) => formatDateTime(instant.replace(' UTC', 'Z').replace('UTC', 'Z').replace(' ', 'T')));
}
