import type { paths } from './schema';

/** The JSON that a successful `GET` of a path answers with. */
export type Body<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Json } } } };
}
  ? Json
  : never;

/** One item of a path that answers with a list. */
export type Item<Path extends keyof paths> = Body<Path> extends { items: readonly (infer Element)[] } ? Element : never;

/** The query parameters of a `GET`. */
export type Query<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Parameters } } }
  ? NonNullable<Parameters>
  : never;

/** The JSON that a successful `POST` of a path answers with. */
export type Posted<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { 'application/json': infer Json } } } };
}
  ? Json
  : never;
