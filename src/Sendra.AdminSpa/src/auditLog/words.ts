import type { AuditLine } from '../api/types';

type Action = AuditLine['action'];
type TargetType = AuditLine['target']['type'];

export const actionWords: Readonly<Record<Action, string>> = {
  created: 'Created',
  changed: 'Changed',
  deleted: 'Deleted',
  renamed: 'Renamed',
  activated: 'Activated',
  paused: 'Paused',
  archived: 'Archived',
  enabled: 'Enabled',
  disabled: 'Disabled',
  rotated: 'Rotated',
  revoked: 'Revoked',
  withdrawn: 'Withdrew',
  joined: 'Joined',
  removed: 'Removed',
  signedIn: 'Signed in',
  signInRefused: 'Sign-in refused',
  entered: 'Switched to this workspace',
  passwordChanged: 'Changed the password',
  emailVerified: 'Verified the email',
  secondFactorOn: 'Turned on two-step sign-in',
  secondFactorOff: 'Turned off two-step sign-in',
  recoveryCodesMade: 'Created recovery codes',
  passkeyAdded: 'Added a passkey',
  passkeyRemoved: 'Removed a passkey',
  providerLinked: 'Linked a sign-in provider',
  providerUnlinked: 'Unlinked a sign-in provider',
  imported: 'Imported',
  exported: 'Exported',
  erased: 'Erased',
  exited: 'Exited',
  retried: 'Retried',
  testSent: 'Sent a test of',
};

export const targetWords: Readonly<Record<TargetType, string>> = {
  workspace: 'workspace',
  signingSecret: 'signing secret',
  member: 'member',
  account: 'account',
  invitation: 'invitation',
  apiKey: 'API key',
  eventSource: 'event source',
  eventPattern: 'event pattern',
  customField: 'custom field',
  automation: 'automation',
  template: 'template',
  enrollment: 'enrollment',
  contact: 'contact',
  contacts: 'contacts',
  suppression: 'suppression',
  events: 'event log',
  auditLog: 'audit log',
};

const counted: Partial<Readonly<Record<TargetType, string>>> = { apiKey: 'API keys', eventPattern: 'event patterns', customField: 'custom fields', suppression: 'suppressions' };

// What says itself to whom it was done.
const alone: ReadonlySet<Action> = new Set<Action>(['signedIn', 'entered', 'passwordChanged', 'emailVerified', 'secondFactorOn', 'secondFactorOff', 'recoveryCodesMade', 'passkeyAdded', 'passkeyRemoved', 'providerLinked', 'providerUnlinked']);

export const actions = Object.keys(actionWords) as readonly Action[];
export const targetTypes = Object.keys(targetWords) as readonly TargetType[];

/** What was done, without the name of what it was done to. */
export function whatOf({ action, target, details }: Pick<AuditLine, 'action' | 'target' | 'details'>): string {
  const done = actionWords[action];
  if (alone.has(action)) {
    return done;
  }

  if (action === 'signInRefused') {
    return 'Gave a wrong password or code for';
  }

  if (action === 'joined') {
    return `Joined as ${details?.role === 'owner' ? 'an owner' : 'a member'}`;
  }

  if (action === 'exited' || action === 'retried') {
    return action === 'exited' ? 'Exited an enrollment' : 'Retried an enrollment';
  }

  const count = details?.count ?? null;
  return count === null ? `${done} ${targetWords[target.type]}` : `${done} ${count.toLocaleString()} ${counted[target.type] ?? targetWords[target.type]}`;
}

/** The name of what it was done to, where the sentence doesn't say it already. */
export function nameOf({ action, target }: Pick<AuditLine, 'action' | 'target'>): string | null {
  return alone.has(action) || action === 'joined' || (target.type === 'workspace' && action !== 'created') ? null : target.name;
}

/** What changed, in a few words; null when there is nothing to say. */
export function detailOf({ details }: Pick<AuditLine, 'details'>): string | null {
  if (!details) {
    return null;
  }

  const parts = [
    ...(details.changes ?? []).map(({ field, from, to }) => (from === null && to === null ? wordsOf(field) : `${wordsOf(field)}: ${from ?? 'none'} → ${to ?? 'none'}`)),
    ...(details.version === null ? [] : [`version ${details.version.toLocaleString()}`]),
    ...(details.scopes ?? []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

export function whoOf({ actor }: Pick<AuditLine, 'actor'>): string {
  switch (actor.type) {
    case 'system':
      return 'Sendra';
    case 'anonymous':
      return 'Someone';
    default:
      return actor.name ?? (actor.type === 'apiKey' ? 'An API key' : 'A former user');
  }
}

/** `retentionDays` is “retention days”. */
function wordsOf(field: string): string {
  return field.replace(/([a-z0-9])([A-Z])/g, (_, before: string, upper: string) => `${before} ${upper.toLowerCase()}`);
}
