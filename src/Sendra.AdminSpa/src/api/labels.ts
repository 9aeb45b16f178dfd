/** What the screen calls a field of the API, where that is not its name in other letters. */
const labels: Readonly<Record<string, string>> = {
  allowedNetworks: 'Allowed networks',
  auditDays: 'Days',
  contactProperties: 'Contact properties',
  contactTimeZoneField: 'Contacts’ own time zone',
  deliveryIdPath: 'Delivery ID path',
  exitEvents: 'Exit on events',
  'eventName.fixed': 'Event name',
  'eventName.path': 'Event name path',
  contentDays: 'Days',
  retentionDays: 'Days',
  scopes: 'What it can do',
  signature: 'Signature check',
  'signature.encoding': 'Signature encoding',
  'signature.header': 'Signature header',
  'signature.prefix': 'Signature prefix',
  'signature.scheme': 'Signature check',
  'signature.secrets': 'Signing secret',
  timeZone: 'Time zone',
  trigger: 'Event name',
  'trigger.eventName': 'Event name',
};

/** `workspaceName` is `Workspace name`; of a nested field what is not known by its whole name is called by its last. */
export function labelOf(field: string): string {
  const known = field.replace(/\[\d+\]/g, '');
  const last = known.slice(known.lastIndexOf('.') + 1);
  const words = last.replace(/([a-z0-9])([A-Z])/g, (_, before: string, upper: string) => `${before} ${upper.toLowerCase()}`);
  return labels[known] ?? labels[last] ?? words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A message of the API begins with the field's name there; people know the field by its label. */
export function forPeople(field: string, message: string): string {
  const text = message.startsWith(`${field} `) ? labelOf(field) + message.slice(field.length) : message;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
