import type { Member } from '../api/types';

export const roles: readonly { value: Member['role']; label: string; text: string }[] = [
  { value: 'member', label: 'Member', text: 'Everything except API keys and members.' },
  { value: 'owner', label: 'Owner', text: 'Everything, including API keys and members.' },
];

export const roleLabel = (role: Member['role']) => roles.find((one) => one.value === role)?.label ?? role;
