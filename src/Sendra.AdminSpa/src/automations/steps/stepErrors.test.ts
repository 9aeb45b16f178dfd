import { expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem';
import { flowErrors } from './stepErrors';

it('puts what is wrong at its step, in words that name no place of the JSON', () => {
  const problem = new ApiProblem(400, 'invalid', '', {
    'steps[1].for': ['Step b: steps[1].for or until is required.'],
    'steps[0].paths[1].when.field': ['Step a: The field is empty. Write contact.email.'],
    'steps[1].set.plan': ['Step b: steps[1].set.plan must be text.'],
    'steps[2]': ["Step c: it can't be reached from the first step, a (steps[0])."],
    'trigger.where.all[0].op': ['The operator is "is".'],
    steps: ['steps must hold at most 200 steps.'],
    name: ['name is required.'],
  });

  expect(flowErrors(problem, ['x', 'y', 'z'])).toEqual({
    steps: {
      x: { 'paths[1].when.field': 'The field is empty. Write contact.email.' },
      y: { for: 'The time to wait or until is required.', 'set.plan': 'plan must be text.' },
      z: { '': "It can't be reached from the first step, a." },
    },
    where: { 'all[0].op': 'The operator is "is".' },
    exits: {},
    list: ['Steps must hold at most 200 steps.'],
  });
});
