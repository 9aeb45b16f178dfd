import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { sessionsQuery } from './session';

export const providerLinksQuery = queryOptions({
  queryKey: ['providerLinks'],
  queryFn: ({ signal }) => answer(api.GET('/api/auth/providers/links', { signal })),
});

interface Visit {
  readonly provider: string;
  readonly next?: string;
  readonly invitation?: string;
}

/** Goes to the provider, which sends the browser back. */
export function useProviderSignIn() {
  return useMutation({
    mutationFn: ({ provider, ...body }: Visit) => answer(api.POST('/api/auth/providers/{provider}/sign-in', { params: { path: { provider } }, body })),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}

export function useLinkProvider() {
  return useMutation({
    mutationFn: (provider: string) => answer(api.POST('/api/auth/providers/{provider}/link', { params: { path: { provider } } })),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}

export function useUnlinkProvider() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/auth/providers/links/{id}', { params: { path: { id } } })),
    onSettled: () => Promise.all([providerLinksQuery, sessionsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  });
}

/** Why a provider's callback led back without a session. */
export function providerProblem(code: string, provider: string | undefined): string {
  const name = provider ?? 'The provider';
  switch (code) {
    case 'providerDeclined':
      return `${name} didn’t let you in, or you cancelled there.`;
    case 'providerEmailNotVerified':
      return `${name} hasn’t verified your email. Verify it there, or sign in with a password.`;
    case 'accountNotVerified':
      return 'There is an account with this email, but the email was never verified. If it is yours, reset its password, then try again.';
    case 'signUpClosed':
      return 'You don’t have an account here, and you need an invitation to create one.';
    case 'invitationNotFound':
      return 'The invitation was used or withdrawn, or it has expired. Ask the sender for a new one.';
    case 'invitationForAnother':
      return 'The invitation is for another email.';
    case 'linkedToAnother':
      return `That ${name} account is linked to another account here.`;
    case 'tooManyProviderLinks':
      return 'You have linked 20 accounts, the most allowed. Unlink one first.';
    case 'linkForAnother':
      return 'You signed in as someone else in the meantime, so nothing was linked.';
    case 'emailTaken':
    case 'alreadyExists':
    case 'changedMeanwhile':
      return 'This was done twice at the same time. Try again.';
    default:
      return `Signing in with ${name} didn’t work. Try again in a moment, or sign in another way.`;
  }
}
