import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isAskedToConfirm, subscribeToConfirmation } from './confirmation';
import { useStanding } from './session';

// Hardly ever shown, so loaded only then.
const ConfirmDialog = lazy(() => import('./ConfirmDialog').then(({ ConfirmDialog: dialog }) => ({ default: dialog })));
const StandingDialog = lazy(() => import('./StandingDialog').then(({ StandingDialog: dialog }) => ({ default: dialog })));

/** What stands over the page until somebody has signed in again, or has shown who they are. */
export function Guards() {
  const standing = useStanding();
  const asked = useSyncExternalStore(subscribeToConfirmation, isAskedToConfirm);
  return (
    <Suspense>
      {asked && <ConfirmDialog />}
      {standing !== 'here' && <StandingDialog />}
    </Suspense>
  );
}
