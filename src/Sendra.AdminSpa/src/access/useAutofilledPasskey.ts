import { useEffect, useRef } from 'react';
import { answer, api, type Schemas } from '../api/client';
import { canUsePasskeys, usePasskeyOnce } from './passkeys';

/** While the page is there, the browser offers passkeys with what it fills into the email field. */
export function useAutofilledPasskey(isOn: boolean, onSignedIn: (session: Schemas['SessionResponse']) => void) {
  const then = useRef(onSignedIn);
  then.current = onSignedIn;
  useEffect(() => {
    const ended = new AbortController();
    const offer = async () => {
      if (isOn && canUsePasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.())) {
        const body = await usePasskeyOnce(ended.signal, 'conditional');
        then.current(await answer(api.POST('/api/auth/login/passkey', { body })));
      }
    };
    // Nobody asked for it, so nobody is told when it comes to nothing.
    offer().catch(() => undefined);
    return () => ended.abort();
  }, [isOn]);
}
