/** A question whether who is signed in still is who sits here, asked once for all calls that wait for it. */
interface Question {
  readonly answered: Promise<boolean>;
  readonly settle: (confirmed: boolean) => void;
}

let question: Question | undefined;
const listeners = new Set<() => void>();

/** Asks in a dialog over the page, which keeps all that was typed; false when the person would rather not. */
export function askToConfirm(): Promise<boolean> {
  if (question === undefined) {
    let settle: (confirmed: boolean) => void = () => undefined;
    const answered = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    question = { answered, settle };
    tell();
  }

  return question.answered;
}

export const isAskedToConfirm = () => question !== undefined;

export function settleConfirmation(confirmed: boolean) {
  const { settle } = question ?? {};
  question = undefined;
  tell();
  settle?.(confirmed);
}

export function subscribeToConfirmation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  listeners.forEach((one) => one());
}
