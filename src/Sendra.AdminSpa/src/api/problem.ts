import { forPeople } from './labels';

/** A refused call: RFC 9457 problem details, or what stands in for them when no answer came. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: Readonly<Record<string, readonly string[]>> = {},
    readonly traceId?: string,
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

/** Reads the body of a refused call, whatever a proxy in between made of it. */
export function toProblem(response: Response, body: unknown): ApiProblem {
  const problem = isRecord(body) ? body : {};
  const detail = text(problem.detail) ?? text(problem.title) ?? `The server returned ${response.status}.`;
  return new ApiProblem(response.status, text(problem.code) ?? 'unknown', detail, toErrors(problem.errors), text(problem.traceId));
}

/** Any failure as a problem: a lost connection has no answer that could be read. */
export function asProblem(failure: unknown): ApiProblem {
  if (failure instanceof ApiProblem) {
    return failure;
  }

  return failure instanceof TypeError
    ? new ApiProblem(0, 'unreachable', 'Sendra can’t be reached. Check your connection and try again.')
    : new ApiProblem(0, 'unexpected', failure instanceof Error ? failure.message : String(failure));
}

/** One message per field, as forms want them; nested names keep only what a form knows. */
export function fieldErrors(problem: ApiProblem, rename: Readonly<Record<string, string>> = {}): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [field, messages] of Object.entries(problem.errors)) {
    const name = rename[field] ?? rename[field.replace(/\[\d+\]$/, '')] ?? field;
    result[name] = messages.map((message) => forPeople(field, message)).join(' ');
  }

  return result;
}

/** What went wrong, with the fields where there are some, for where no form shows them. */
export function explain(problem: ApiProblem): string {
  const messages = Object.entries(problem.errors).flatMap(([field, all]) => all.map((message) => forPeople(field, message)));
  return messages.join(' ') || problem.message;
}

function toErrors(value: unknown): Record<string, string[]> {
  if (!isRecord(value)) {
    return {};
  }

  return Object.fromEntries(
    Object.entries(value).map(([field, messages]) => [field, Array.isArray(messages) ? messages.map(String) : [String(messages)]]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
