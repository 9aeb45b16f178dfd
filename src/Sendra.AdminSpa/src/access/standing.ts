/** Whether the session still is what the page was made for: `signedOut` when it ended, `moved` when another tab went on in another workspace. */
export type Standing = 'here' | 'signedOut' | 'moved';

let shown: string | undefined;
let standing: Standing = 'here';
const listeners = new Set<() => void>();

/** The workspace that the page shows, which every call names (W6); none outside of the app. */
export const shownWorkspace = () => shown;

export const currentStanding = () => standing;

/** From now on the page shows this workspace, if it shows none yet. */
export function showWorkspace(id: string) {
  shown ??= id;
}

/** The page shows no workspace any more; what a call of it is still told counts no more. */
export function leaveWorkspace() {
  shown = undefined;
  set('here');
}

/** The session is again what the page was made for. */
export function goOn() {
  set('here');
}

/** What a refusal means for the page as a whole. */
export function heed(code: unknown) {
  if (shown !== undefined && code === 'signInRequired') {
    set('signedOut');
  } else if (shown !== undefined && code === 'workspaceChanged') {
    set('moved');
  }
}

export function subscribeToStanding(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: Standing) {
  standing = next;
  listeners.forEach((one) => one());
}
