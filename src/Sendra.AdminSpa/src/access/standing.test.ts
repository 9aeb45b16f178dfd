import { beforeEach, expect, it } from 'vitest';
import { currentStanding, goOn, heed, leaveWorkspace, showWorkspace, shownWorkspace } from './standing';

beforeEach(leaveWorkspace);

it('W6 holds on to the workspace that the page showed first', () => {
  showWorkspace('a');
  showWorkspace('b');
  expect(shownWorkspace()).toBe('a');
  leaveWorkspace();
  showWorkspace('b');
  expect(shownWorkspace()).toBe('b');
});

it('heeds what ends the page as a whole, and nothing else', () => {
  showWorkspace('a');
  heed('validationFailed');
  expect(currentStanding()).toBe('here');
  heed('signInRequired');
  expect(currentStanding()).toBe('signedOut');
  goOn();
  heed('workspaceChanged');
  expect(currentStanding()).toBe('moved');
});

it('heeds nothing where no workspace is shown', () => {
  heed('signInRequired');
  expect(currentStanding()).toBe('here');
});
