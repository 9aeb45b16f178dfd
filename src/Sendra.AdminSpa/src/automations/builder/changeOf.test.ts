import { expect, it } from 'vitest';
import type { AutomationDraft } from '../draft';
import { insert, mainList, replace } from '../steps/edits';
import { noSteps, type Step } from '../steps/flow';
import { changeOf } from './changeOf';

const step = (id: string, time = 'P1D'): Step => ({ key: id, id, name: '', type: 'wait', for: time });
const draft: AutomationDraft = {
  name: 'Trial',
  eventName: 'trialStarted',
  where: undefined,
  frequency: 'everyTime',
  exitEvents: [],
  exitConditions: {},
  flow: insert(noSteps, { list: mainList, at: 0 }, [step('a'), step('b')]),
};

it('tells typing on from what stands alone', () => {
  expect(changeOf(draft, { ...draft, name: 'Tria' })).toEqual({ of: 'name' });
  expect(changeOf(draft, { ...draft, flow: replace(draft.flow!, 'a', step('a', 'P2D')) })).toMatchObject({ of: 'step a' });
  expect(changeOf(draft, { ...draft, flow: insert(draft.flow!, { list: mainList, at: 1 }, [step('c')]) })).toEqual({ of: undefined });
  expect(changeOf(draft, { ...draft })).toBeUndefined();
});
