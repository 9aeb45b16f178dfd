import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { sessionsQuery } from './session';

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => answer(api.GET('/api/auth/passkeys', { signal })),
});

/** False in browsers that know no passkeys, and on pages by plain HTTP. */
export const canUsePasskeys = () => typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

/** The person closed the browser's dialog, or has no passkey here. Browsers don't tell which. */
export class NoPasskeyUsed extends Error {}

/** Lets the browser answer a challenge with a passkey of the person's choice. */
export async function usePasskeyOnce(signal?: AbortSignal, mediation?: CredentialMediationRequirement): Promise<Schemas['PasskeyAnswerRequest']> {
  const { token, options } = await answer(api.POST('/api/auth/login/passkey/challenge', { signal }));
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON);
  return { token, credential: write(await asked(navigator.credentials.get({ publicKey, signal, mediation }))) };
}

export function useAddPasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) => {
      const { token, options } = await answer(api.POST('/api/auth/passkeys/challenge'));
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON);
      const credential = write(await asked(navigator.credentials.create({ publicKey })));
      return answer(api.POST('/api/auth/passkeys', { body: { token, credential, name } }));
    },
    onSuccess: () => Promise.all([passkeysQuery, sessionsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  });
}

export function useRemovePasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/auth/passkeys/{id}', { params: { path: { id } } })),
    onSettled: () => Promise.all([passkeysQuery, sessionsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  });
}

export function useRenamePasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => answer(api.PATCH('/api/auth/passkeys/{id}', { params: { path: { id } }, body: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey }),
  });
}

export function useSignInByPasskey(onSignedIn: (session: Schemas['SessionResponse']) => void) {
  return useMutation({
    mutationFn: async () => answer(api.POST('/api/auth/login/passkey', { body: await usePasskeyOnce() })),
    onSuccess: onSignedIn,
  });
}

async function asked(credential: Promise<Credential | null>) {
  try {
    return await credential;
  } catch (failure) {
    throw failure instanceof DOMException && (failure.name === 'NotAllowedError' || failure.name === 'AbortError') ? new NoPasskeyUsed('No passkey was used.') : failure;
  }
}

const write = (credential: Credential | null) => JSON.stringify((credential as PublicKeyCredential).toJSON());
