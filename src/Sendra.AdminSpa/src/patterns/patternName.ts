/** Why a text can't be declared as a pattern (rule P1), or nothing when it can. */
export function patternNameProblem(name: string): string | undefined {
  if (name === '') {
    return 'A pattern needs a name.';
  }

  if (name.length > 120) {
    return 'A pattern’s name has at most 120 characters.';
  }

  if (!/^[A-Za-z]/.test(name)) {
    return 'A pattern’s name starts with a letter.';
  }

  return /^[A-Za-z0-9_.-]+$/.test(name) ? undefined : 'A pattern’s name has only letters, digits, _ . and -.';
}
