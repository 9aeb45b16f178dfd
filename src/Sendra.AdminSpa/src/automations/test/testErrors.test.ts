import { expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem';
import { testErrors } from './testErrors';

it('puts what is wrong at its field, and what is wrong with the automation where saving would put it', () => {
  const problem = new ApiProblem(400, 'validationFailed', 'Not valid.', {
    'contact.email': ['contact.email is not an email address.'],
    'contact.externalId': ['contact.externalId must be text.'],
    'event.properties': ['event.properties must be at most 256 KiB.'],
    'definition.steps[1].for': ['Step b: definition.steps[1].for or until is required.'],
    'answers.x': ['answers.x names no waitForEvent step.'],
  });

  const errors = testErrors(problem);

  expect(errors.email).toBe('Email is not an email address.');
  expect(errors.contact).toBe('External id must be text.');
  expect(errors.event).toBe('Properties must be at most 256 KiB.');
  expect(errors.definition?.errors).toEqual({ 'steps[1].for': ['Step b: steps[1].for or until is required.'] });
  expect(errors.rest?.errors).toEqual({ 'answers.x': ['answers.x names no waitForEvent step.'] });
});

it('keeps a refusal without fields as it is', () => {
  const errors = testErrors(new ApiProblem(409, 'testTooLarge', 'The calls of this test are too large.'));

  expect(errors.rest?.message).toBe('The calls of this test are too large.');
  expect(errors.definition).toBeUndefined();
});
