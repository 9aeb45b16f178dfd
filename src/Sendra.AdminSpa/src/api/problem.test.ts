import { describe, expect, it } from 'vitest';
import { asProblem, explain, fieldErrors, toProblem } from './problem';

const refused = (status: number) => new Response(null, { status });

describe('toProblem', () => {
  it('reads problem details', () => {
    const problem = toProblem(refused(400), { title: 'Bad Request', code: 'validationFailed', detail: 'Some fields are wrong.', errors: { email: ['is required'] } });
    expect(problem).toMatchObject({ status: 400, code: 'validationFailed', message: 'Some fields are wrong.', errors: { email: ['is required'] } });
  });

  it('makes do with what a proxy answers', () => {
    expect(toProblem(refused(502), '<html>')).toMatchObject({ status: 502, code: 'unknown', message: 'The server returned 502.' });
  });
});

describe('asProblem', () => {
  it('says that nobody answered', () => {
    expect(asProblem(new TypeError('Failed to fetch')).code).toBe('unreachable');
  });
});

describe('fieldErrors', () => {
  it('puts messages at the fields a form has', () => {
    const problem = toProblem(refused(400), { errors: { 'trigger.eventName': ['trigger.eventName is required.'], 'exitEvents[2]': ['exitEvents[2] is too long.'] } });
    expect(fieldErrors(problem, { 'trigger.eventName': 'eventName', exitEvents: 'exitEvents' })).toEqual({
      eventName: 'Event name is required.',
      exitEvents: 'Exit on events is too long.',
    });
  });
});

describe('explain', () => {
  it('names the fields where there are some', () => {
    expect(explain(toProblem(refused(400), { detail: 'Some fields are wrong.', errors: { email: ['email must be an address.'] } }))).toBe('Email must be an address.');
    expect(explain(toProblem(refused(409), { detail: 'It is archived.' }))).toBe('It is archived.');
  });
});
