import { isJson } from '../common/jsonText';
import { parseExact, type Json } from '../common/exactJson';
import { fromContactText, type ContactText } from '../contacts/contactText';
import type { EventSample } from '../events/EventSampleInput';
import type { PreviewSample } from './queries';

/** For whom a template is tried, as it is typed. */
export interface Sample {
  readonly contact: ContactText;
  readonly event: EventSample;
}

export const someone: Sample = { contact: { email: '', properties: '{}' }, event: { eventName: '', properties: '{}' } };

/** As the API takes it; texts that are no JSON yet are left out. */
export function toPreview({ contact, event }: Sample): PreviewSample {
  const { email, ...properties } = fromContactText(contact) ?? {};
  const known = typeof email === 'string' && email !== '' ? { ...properties, email } : properties;
  return { contact: known, event: isJson(event.properties) ? (parseExact(event.properties) as Json) : undefined };
}

/** Who it is, in a few words. */
export function sampleWords({ contact, event }: Sample): string {
  const who = contact.email.trim() || 'someone';
  return event.eventName.trim() === '' ? who : `${who}, after ${event.eventName.trim()}`;
}
