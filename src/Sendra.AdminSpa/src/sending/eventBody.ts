import { prettyText } from '../common/jsonText';

interface SentBefore {
  readonly email: string;
  readonly eventName: string;
  /** Text of JSON, or null. */
  readonly properties: string | null;
  readonly contactProperties?: string | null;
}

/** The body of a call that sends an event, to be read and changed: with the digits that came. */
export function eventBody({ email, eventName, properties, contactProperties }: SentBefore): string {
  const members = [
    `"email":${JSON.stringify(email)}`,
    `"eventName":${JSON.stringify(eventName)}`,
    ...(properties === null ? [] : [`"eventProperties":${properties}`]),
    ...(contactProperties === null || contactProperties === undefined ? [] : [`"contactProperties":${contactProperties}`]),
  ];
  return prettyText(`{${members.join(',')}}`);
}

/** What a new workspace sends first. */
export const sampleName = 'signUp';

export const sampleBody = eventBody({
  email: 'ada@example.com',
  eventName: sampleName,
  properties: '{"plan":"pro","referrer":"newsletter"}',
  contactProperties: '{"firstName":"Ada"}',
});
