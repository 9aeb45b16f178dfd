export interface SampleEvent {
  readonly email: string;
  readonly eventName: string;
  readonly eventProperties: unknown;
  readonly contactProperties: unknown;
}

export const sampleEvent: SampleEvent = {
  email: 'ada@example.com',
  eventName: 'signUp',
  eventProperties: { plan: 'pro', referrer: 'newsletter' },
  contactProperties: { firstName: 'Ada' },
};

/** A text as one word of a POSIX shell, whatever it holds. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * Signs in from a shell. It asks for the password, which so stands in no history, and is one command, so that nothing
 * of it is read as the answer when it is pasted.
 */
export function signInCurl(origin: string, email: string): string {
  const before = shellWord(`{"email":${JSON.stringify(email)},"password":"`);
  return [
    `printf 'Sendra password: ' && stty -echo && read -r password; stty echo; echo; \\`,
    `password=$(printf %s "$password" | sed 's/[\\\\"]/\\\\&/g') && \\`,
    `curl -sS -c sendra.cookies ${origin}/api/auth/login \\`,
    `  -H 'Content-Type: application/json' -d ${before}"$password"'"}'`,
  ].join('\n');
}

export function sendCurl(origin: string, event: SampleEvent): string {
  return [
    `curl -sS -b sendra.cookies ${origin}/api/events/send \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${shellWord(JSON.stringify(event, null, 2))}`,
  ].join('\n');
}
