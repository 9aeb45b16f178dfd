import { optional, readChoice, readText } from '../common/search';
import { actions, targetTypes } from './words';

export const readAuditSearch = optional((search) => ({
  actorId: readText(search.actorId),
  action: readChoice(search.action, actions),
  targetType: readChoice(search.targetType, targetTypes),
  targetId: readText(search.targetId),
  from: readText(search.from),
  to: readText(search.to),
}));

export type AuditSearch = ReturnType<typeof readAuditSearch>;

export const isFiltered = (search: AuditSearch) => Object.values(search).some((value) => value !== undefined);
