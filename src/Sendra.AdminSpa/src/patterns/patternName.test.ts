import { expect, it } from 'vitest';
import { patternNameProblem } from './patternName';

it('P1 takes letters, digits, _ . and -, starting with a letter, at most 120', () => {
  for (const name of ['signUp', 'a', 'invoice.paid-v2_x', 'a'.repeat(120)]) {
    expect(patternNameProblem(name)).toBeUndefined();
  }

  for (const name of ['', '1st', '_x', 'sign up', 'größe', 'a'.repeat(121)]) {
    expect(patternNameProblem(name)).toBeDefined();
  }
});
