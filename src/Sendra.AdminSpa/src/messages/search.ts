import { optional, readChoice, readText } from '../common/search';
import { messageStatuses } from './status';

export const readMessagesSearch = optional((search) => ({
  status: readChoice(search.status, messageStatuses),
  automationId: readText(search.automationId),
  templateId: readText(search.templateId),
  contactId: readText(search.contactId),
  from: readText(search.from),
  to: readText(search.to),
}));

export type MessagesSearch = ReturnType<typeof readMessagesSearch>;

export const isFiltered = (search: MessagesSearch) => Object.values(search).some((value) => value !== undefined);
