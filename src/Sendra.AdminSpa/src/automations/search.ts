import { optional, readChoice, readText } from '../common/search';

export const automationStatuses = ['draft', 'live', 'paused', 'archived'] as const;

export type AutomationStatus = (typeof automationStatuses)[number];

export const readAutomationsSearch = optional((search) => ({
  status: readChoice(search.status, automationStatuses),
  query: readText(search.query),
}));
