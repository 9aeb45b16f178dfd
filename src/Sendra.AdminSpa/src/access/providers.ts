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
      return `${name} doesn’t say that your email is yours. Verify it there, or sign in with a password.`;
    case 'accountNotVerified':
      return 'An account has this email, but nobody has proven that it is theirs. If it is yours, set a new password by email. Then try again.';
    case 'signUpClosed':
      return 'You have no account here, and this server takes no new ones without an invitation.';
    case 'invitationNotFound':
      return 'The invitation was used or withdrawn, or it has expired. Ask the sender for a new one.';
    case 'invitationForAnother':
      return 'The invitation is for another email.';
    case 'linkedToAnother':
      return `That account at ${name} signs in to another account here.`;
    case 'tooManyProviderLinks':
      return 'You have linked 20 sign-ins. Unlink one first.';
    case 'linkForAnother':
      return 'You signed in as somebody else meanwhile. Nothing was linked.';
    case 'emailTaken':
    case 'alreadyExists':
    case 'changedMeanwhile':
      return 'You did this twice at the same time. Try again.';
    default:
      return `Signing in with ${name} didn’t work. Try again in a moment, or sign in otherwise.`;
  }
}
