import { readChoice, readText } from '../common/search';

export const automationStatuses = ['draft', 'live', 'paused', 'archived'] as const;

export type AutomationStatus = (typeof automationStatuses)[number];

export function readAutomationsSearch(search: Record<string, unknown>) {
  return { status: readChoice(search.status, automationStatuses), query: readText(search.query) };
}
