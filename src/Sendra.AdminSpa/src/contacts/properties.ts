/** What every contact has and a person can set. */
export const ownProperties = ['email', 'externalId', 'firstName', 'lastName', 'name'] as const;

export const propertyTitles: Readonly<Record<(typeof ownProperties)[number], string>> = {
  email: 'Email',
  externalId: 'External ID',
  firstName: 'First name',
  lastName: 'Last name',
  name: 'Full name',
};
