import { expect, it } from 'vitest';
import { sampleWords, someone, toPreview } from './sample';

it('renders for nobody in particular until somebody is chosen', () => {
  expect(toPreview(someone)).toEqual({ contact: {}, event: {} });
  expect(sampleWords(someone)).toBe('someone');
});

it('sends the contact and the event that were chosen', () => {
  const sample = { contact: { email: ' ada@example.com', properties: '{"plan":"pro"}' }, event: { eventName: 'signUp', properties: '{"seats":3}' } };

  expect(toPreview(sample)).toEqual({ contact: { plan: 'pro', email: 'ada@example.com' }, event: { seats: 3 } });
  expect(sampleWords(sample)).toBe('ada@example.com, after signUp');
});

it('leaves out what is not whole yet', () => {
  expect(toPreview({ contact: { email: 'a@b.c', properties: '{"plan' }, event: { eventName: '', properties: '{' } })).toEqual({ contact: {}, event: undefined });
});
