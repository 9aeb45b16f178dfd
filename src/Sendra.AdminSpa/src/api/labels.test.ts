import { expect, it } from 'vitest';
import { forPeople, labelOf } from './labels';

it('calls a field what the screen calls it', () => {
  expect(labelOf('workspaceName')).toBe('Workspace name');
  expect(labelOf('trigger.eventName')).toBe('Event name');
  expect(labelOf('eventName.path')).toBe('Event name path');
  expect(labelOf('exitEvents[2]')).toBe('Exit on events');
  expect(labelOf('contactProperties.firstName')).toBe('First name');
});

it('names in a message what the person sees', () => {
  expect(forPeople('workspaceName', 'workspaceName is required.')).toBe('Workspace name is required.');
  expect(forPeople('signature.secrets', 'signature.secrets must not be empty')).toBe('Signing secret must not be empty.');
  expect(forPeople('name', 'Another pattern has this name.')).toBe('Another pattern has this name.');
});
