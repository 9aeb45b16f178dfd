import type { Schemas } from '../../api/client';
import { isText, parseExact, stringifyExact, type Json, type JsonObject } from '../../common/exactJson';
import { fromContactText, type ContactText } from '../../contacts/contactText';
import { toBody, type AutomationDraft } from '../draft';

export type TestAnswer = Schemas['TestAnswer'];

/** What a test is made of, as it is typed. */
export interface TestInput {
  readonly contact: ContactText;
  /** JSON text: the event's properties. */
  readonly properties: string;
  /** By the id of a wait for an event; those that are not there time out. */
  readonly answers: Readonly<Record<string, TestAnswer>>;
}

/** A step that waits for an event, which a test has to answer. */
export interface AwaitedEvent {
  readonly stepId: string;
  readonly called: string;
  readonly eventName: string;
}

export function awaitedEvents(steps: readonly JsonObject[]): AwaitedEvent[] {
  return steps
    .filter((step) => step.type === 'waitForEvent')
    .map(({ id, name, eventName }) => {
      const event = isText(eventName) && eventName !== '' ? eventName : 'the event';
      return { stepId: String(id), called: isText(name) ? name : `Wait for ${event}`, eventName: event };
    });
}

/** What is tested: what the form says now, saved or not. */
export function definitionOf(draft: AutomationDraft, steps: readonly JsonObject[]) {
  return { ...toBody(draft), name: draft.name.trim() || 'Untitled', steps };
}

/** The call, or what keeps it from being one: texts that are no JSON. */
export function toTest(definition: ReturnType<typeof definitionOf>, { contact, properties, answers }: TestInput) {
  const who = fromContactText(contact);
  const what = readJson(properties);
  const waits = awaitedEvents(definition.steps).map((one) => one.stepId);
  return who === undefined || what === undefined
    ? { wrong: { ...(who === undefined && { contact: 'This must be a JSON object, like {"firstName": "Ada"}.' }), ...(what === undefined && { event: 'This is not valid JSON.' }) } }
    : {
        body: {
          definition,
          contact: who,
          event: { eventName: definition.trigger.eventName, properties: what },
          answers: Object.fromEntries(Object.entries(answers).filter(([stepId]) => waits.includes(stepId))),
        },
      };
}

/** A text that changes with what is tested. */
export const contentOfTest = (definition: ReturnType<typeof definitionOf>, input: TestInput) => stringifyExact([definition, input]);

function readJson(text: string): Json | undefined {
  try {
    return text.trim() === '' ? null : (parseExact(text) as Json);
  } catch {
    return undefined;
  }
}
