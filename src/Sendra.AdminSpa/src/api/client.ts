import createClient from 'openapi-fetch';
import { heed, shownWorkspace } from '../access/standing';
import { stringifyExact } from '../common/exactJson';
import { toProblem } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // `eventName=a&eventName=b`
  querySerializer: { array: { style: 'form', explode: true } },
  bodySerializer: stringifyExact,
});

api.use({
  // A page acts only in the workspace that it shows (W6). What is about the session itself works wherever that is.
  onRequest({ request, schemaPath }) {
    const workspace = shownWorkspace();
    if (workspace !== undefined && (schemaPath === '/api/auth/me' || !schemaPath.startsWith('/api/auth/'))) {
      request.headers.set('Sendra-Workspace', workspace);
    }
  },
  async onResponse({ response }) {
    if (response.status === 401 || response.status === 409) {
      heed(((await response.clone().json().catch(() => undefined)) as { code?: unknown } | undefined)?.code);
    }
  },
});

/** The body of a call that went well; a refusal is thrown as a problem. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw toProblem(response, error);
  }

  return data as T;
}
