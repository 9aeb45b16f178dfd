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
      <Suspense>
        <DialogHost />
      </Suspense>
    )
  );
}
