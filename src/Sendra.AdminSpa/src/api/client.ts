import createClient from 'openapi-fetch';
import { toProblem } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // `eventName=a&eventName=b`
  querySerializer: { array: { style: 'form', explode: true } },
});

/** The body of a call that went well; a refusal is thrown as a problem. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw toProblem(response, error);
  }

  return data as T;
}
