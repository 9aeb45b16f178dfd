import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '../api/types';
import { merge, onTop, outside } from './tail';

const events = (...ids: string[]) => ids.map((id) => ({ id }) as LoggedEvent);
const ids = (list: readonly LoggedEvent[]) => list.map((one) => one.id).join(' ');

describe('the live tail', () => {
  it('puts the newest on top, each once', () => {
    expect(ids(onTop(events('3', '2'), events('2', '4', '5', '4')))).toBe('5 4 3 2');
  });

  it('keeps its list when nothing is new, so that nothing is drawn again', () => {
    const tail = events('3', '2');
    expect(onTop(tail, events('2'))).toBe(tail);
    expect(outside(tail, events('1'))).toBe(tail);
  });

  it('gives up what a page that was read again holds', () => {
    expect(ids(outside(events('6', '4', '5'), events('5', '3')))).toBe('6 4');
    expect(ids(outside(events('6', '2'), events('5', '3')))).toBe('6');
    expect(ids(outside(events('5', '4'), []))).toBe('5 4');
  });

  it('stands over the pages without doubles', () => {
    expect(ids(merge(events('5', '4'), events('4', '3')))).toBe('5 4 3');
  });
});
