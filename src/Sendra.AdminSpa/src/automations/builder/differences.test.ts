import { expect, it } from 'vitest';
import type { JsonObject } from '../../common/exactJson';
import { differences } from './differences';

const wait = (id: string, next?: string, time = 'P1D'): JsonObject => ({ id, type: 'wait', for: time, ...(next !== undefined && { next }) });

it('names what was added, removed and changed', () =>
  expect(differences([wait('a', 'b'), wait('b', 'c'), wait('c')], [wait('a', 'x'), wait('x', 'c'), wait('c', undefined, 'P2D')])).toEqual([
    { id: 'x', mark: 'added' },
    { id: 'c', mark: 'changed' },
    { id: 'b', mark: 'removed' },
  ]));

it('says nothing of what is the same, however it was written', () => {
  expect(differences([{ id: 'a', type: 'wait', name: null, for: 'P1D', next: null }], [{ type: 'wait', for: 'P1D', id: 'a' }])).toEqual([]);
});

it('names steps that lead elsewhere when others change places', () =>
  expect(differences([wait('a', 'b'), wait('b', 'c'), wait('c')], [wait('b', 'a'), wait('a', 'c'), wait('c')])).toEqual([
    { id: 'b', mark: 'changed', leadsElsewhere: true },
    { id: 'a', mark: 'changed', leadsElsewhere: true },
  ]));

it('knows a path by its condition', () => {
  const branch = (value: string, next: string): JsonObject => ({ id: 'b', type: 'branch', paths: [{ name: 'Yes', when: { field: 'contact.plan', op: 'equals', value }, next }] });
  expect(differences([branch('pro', 'a'), wait('a')], [branch('team', 'a'), wait('a')])).toEqual([{ id: 'b', mark: 'changed' }]);
  expect(differences([branch('pro', 'a'), wait('a')], [branch('pro', 'x'), wait('x', 'a'), wait('a')])).toEqual([{ id: 'x', mark: 'added' }]);
});
