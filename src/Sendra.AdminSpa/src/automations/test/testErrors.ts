import { forPeople } from '../../api/labels';
import { ApiProblem } from '../../api/problem';

export interface TestErrors {
  readonly email?: string;
  readonly contact?: string;
  readonly event?: string;
  /** What is wrong with the automation itself, as saving it would say. */
  readonly definition?: ApiProblem;
  /** What belongs to no field. */
  readonly rest?: ApiProblem;
}

const prefix = 'definition.';

/** A refusal's messages, each at its field. */
export function testErrors(problem: ApiProblem): TestErrors {
  const errors: { email?: string; contact?: string; event?: string } = {};
  const definition: Record<string, readonly string[]> = {};
  const rest: Record<string, readonly string[]> = {};
  for (const [field, messages] of Object.entries(problem.errors)) {
    const text = messages.map((message) => forPeople(field, message)).join(' ');
    if (field.startsWith(prefix)) {
      definition[field.slice(prefix.length)] = messages.map((message) => message.replaceAll(prefix, ''));
    } else if (field === 'contact.email') {
      errors.email = text;
    } else if (field === 'contact' || field.startsWith('contact.')) {
      errors.contact = [errors.contact, text].filter(Boolean).join(' ');
    } else if (field.startsWith('event.')) {
      errors.event = [errors.event, text].filter(Boolean).join(' ');
    } else {
      rest[field] = messages;
    }
  }

  const isSorted = Object.keys(problem.errors).length > 0;
  return {
    ...errors,
    ...(Object.keys(definition).length > 0 && { definition: holding(problem, definition) }),
    ...((!isSorted || Object.keys(rest).length > 0) && { rest: holding(problem, rest) }),
  };
}

const holding = ({ status, code, message, traceId }: ApiProblem, errors: Record<string, readonly string[]>) => new ApiProblem(status, code, message, errors, traceId);
