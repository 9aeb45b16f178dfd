import createClient from 'openapi-fetch';
import { askToConfirm } from '../access/confirmation';
import { heed, shownWorkspace } from '../access/standing';
import { stringifyExact } from '../common/exactJson';
import { toProblem } from './problem';
import { afterRenewals, renewalBegins, renewalEnds, renewals } from './renewals';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // `eventName=a&eventName=b`
  querySerializer: { array: { style: 'form', explode: true } },
  bodySerializer: stringifyExact,
});

/** Calls under way, as they can be sent once more. */
const sent = new Map<string, { readonly again: Request; readonly renewals: number }>();

api.use({
  // A page acts only in the workspace that it shows (W6). What is about the session itself works wherever that is.
  onRequest({ request, schemaPath, id }) {
    const workspace = shownWorkspace();
    if (workspace !== undefined && (schemaPath === '/api/auth/me' || !schemaPath.startsWith('/api/auth/'))) {
      request.headers.set('Sendra-Workspace', workspace);
    }

    sent.set(id, { again: request.clone(), renewals: renewals() });
    if (renews(request, schemaPath)) {
      renewalBegins();
    }
  },
  async onResponse({ request, response, schemaPath, id }) {
    const call = sent.get(id);
    sent.delete(id);
    if (renews(request, schemaPath)) {
      renewalEnds();
    }

    if (response.status !== 401 && response.status !== 403 && response.status !== 409) {
      return undefined;
    }

    const { code } = ((await response.clone().json().catch(() => undefined)) ?? {}) as { code?: unknown };
    if (code === 'reauthenticationRequired') {
      return call !== undefined && (await askToConfirm()) ? fetch(call.again) : undefined;
    }

    // It came with a session that another call has replaced meanwhile.
    if (code === 'signInRequired' && call !== undefined && call.renewals !== renewals()) {
      await afterRenewals();
      return fetch(call.again);
    }

    heed(code);
    return undefined;
  },
  onError({ request, schemaPath, id }) {
    sent.delete(id);
    if (renews(request, schemaPath)) {
      renewalEnds();
    }
  },
});

function renews(request: Request, schemaPath: string) {
  return request.method !== 'GET' && schemaPath.startsWith('/api/auth/');
}

/** The body of a call that went well; a refusal is thrown as a problem. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw toProblem(response, error);
  }

  return data as T;
}
