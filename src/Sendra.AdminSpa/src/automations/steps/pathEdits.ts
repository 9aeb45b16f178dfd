import { emptyRule } from '../conditions/condition';
import { moved, nextKey, noSteps, type BranchPath, type BranchStep, type SplitPath, type SplitStep } from './flow';

type Forking = BranchStep | SplitStep;

export function addPath(step: Forking): Forking {
  const head = { key: nextKey(), name: freeName(step.type === 'branch' ? 'Path' : '', step.paths.map((path) => path.name)), flow: noSteps };
  return step.type === 'branch' ? { ...step, paths: [...step.paths, { ...head, when: emptyRule }] } : { ...step, paths: [...step.paths, { ...head, weight: 50 }] };
}

export const editPath = (step: Forking, at: number, path: BranchPath | SplitPath): Forking =>
  onPaths(step, <P,>(paths: readonly P[]) => paths.map((one, index) => (index === at ? (path as P) : one)));

export const removePath = (step: Forking, at: number): Forking => onPaths(step, (paths) => paths.filter((_, index) => index !== at));

export const movePath = (step: Forking, at: number, by: -1 | 1): Forking => onPaths(step, (paths) => moved(paths, at, by));

// Each kind of step has its own kind of path; what is done to the list of them is the same.
function onPaths(step: Forking, change: <P extends BranchPath | SplitPath>(paths: readonly P[]) => readonly P[]): Forking {
  return step.type === 'branch' ? { ...step, paths: change(step.paths) } : { ...step, paths: change(step.paths) };
}

/** `C` after A and B, `Path 2` after another; never one that is taken. */
function freeName(prefix: string, taken: readonly string[]): string {
  for (let at = taken.length; ; at++) {
    const name = prefix === '' ? (at < 26 ? String.fromCharCode(65 + at) : `Path ${at + 1}`) : `${prefix} ${at + 1}`;
    if (!taken.includes(name)) {
      return name;
    }
  }
}
