import type { ApiKey } from '../api/types';

export const scopes: readonly { value: ApiKey['scopes'][number]; label: string; text: string }[] = [
  { value: 'events:send', label: 'Send events', text: 'Sends events and nothing else. This is what your app’s server needs.' },
  { value: 'read', label: 'Read', text: 'Reads everything except keys, members, invitations, webhook URLs and secrets.' },
  { value: 'manage', label: 'Manage', text: 'Reads and changes the same things: automations, sources, patterns, contacts.' },
];

export const scopeLabel = (scope: string) => scopes.find((one) => one.value === scope)?.label ?? scope;
