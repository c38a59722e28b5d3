/** A failed request, told in the server's own words (RFC 9457), or the reason why the server could not be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** What is wrong with single fields of the request, by the path of the field. */
  readonly errors: Readonly<Record<string, string[]>>;
  /** Everything the server said, for those who know a problem's own members. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, title: string, detail: string, members: Record<string, unknown> = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.errors = fieldErrors(members.errors);
    this.members = members;
  }

  /** True when trying again in a moment can help: the server or its engine is away for now. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const titles: Record<number, string> = {
  401: 'You are signed out',
  403: 'This needs a permission you do not have',
  404: 'Not found',
  413: 'The file is too large',
  502: 'Tessera is restarting',
  503: 'Tessera is restarting',
};

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

function fieldErrors(value: unknown): Record<string, string[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([path, messages]): [string, string[]] => [path, Array.isArray(messages) ? messages.map(String) : [String(messages)]]),
  );
}

/** The problem a response's body describes; a body that is no problem document gets words of our own. */
export function problemFrom(status: number, body: unknown): Problem {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const title = text(fields.title) ?? titles[status] ?? 'The request failed';
  const detail = text(fields.detail) ?? `The server answered with status ${String(status)}.`;
  return new Problem(status, text(fields.code) ?? `http-${String(status)}`, title, detail, fields);
}

export function unreachable(): Problem {
  return new Problem(0, 'unreachable', 'Tessera does not answer', 'The server cannot be reached. Check that ./tessera is still running, then try again.');
}

/** Whatever was thrown, as a problem that a screen can show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem(-1, 'unexpected', 'Something went wrong on this page', detail);
}
