import { optional, readChoice, readText } from '../common/search';

export const contactSorts = ['newest', 'oldest', 'email'] as const;

export type ContactSort = (typeof contactSorts)[number];

export const readContactsSearch = optional((search) => ({
  query: readText(search.query),
  sort: readChoice(search.sort, contactSorts),
}));
