import { Alert, Affix, Button } from '@mantine/core';
import { CatchBoundary } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { dialogsAreWanted, wantDialogs } from './dialogs';

const DialogHost = lazy(() => import('./DialogHost'));

/** The host of dialogs and notices, loaded at the first click or key: few are wanted before, and these wait for it. */
export function LateDialogHost() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    void dialogsAreWanted.then(() => setWanted(true));
    const signs = ['pointerdown', 'keydown'];
    const options = { capture: true, once: true };
    signs.forEach((sign) => window.addEventListener(sign, wantDialogs, options));
    return () => signs.forEach((sign) => window.removeEventListener(sign, wantDialogs, options));
  }, []);
  return (
    isWanted && (
      <CatchBoundary getResetKey={() => 0} errorComponent={NotLoaded}>
        <Suspense>
          <DialogHost />
        </Suspense>
      </CatchBoundary>
    )
  );
}

// The server may have a newer app since the page was opened.
function NotLoaded() {
  return (
    <Affix position={{ bottom: 20, right: 20 }}>
      <Alert color="red" title="Part of this page couldn’t be loaded">
        <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      </Alert>
    </Affix>
  );
}
