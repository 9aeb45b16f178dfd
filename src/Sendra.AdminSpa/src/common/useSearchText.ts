import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ChangeEvent } from 'react';

/**
 * A text field that writes to the URL after a pause in typing, and follows the URL when that changes otherwise. What is
 * not `whole` yet waits for the rest.
 */
export function useSearchText(value: string | undefined, onSettled: (text: string | undefined) => void, whole: (text: string) => boolean = () => true) {
  const router = useRouter();
  const [text, setText] = useState(value ?? '');
  const settle = useDebouncedCallback((typed: string) => {
    const settled = typed.trim();

    // Who has clicked a link meanwhile is on the way to another page, and would be called back.
    const isLeaving = router.latestLocation.pathname !== router.state.resolvedLocation?.pathname;
    if (!isLeaving && (settled === '' || whole(settled))) {
      onSettled(settled || undefined);
    }
  }, 350);
  useEffect(() => setText((typed) => (typed.trim() === (value ?? '') ? typed : (value ?? ''))), [value]);
  return {
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setText(event.currentTarget.value);
      settle(event.currentTarget.value);
    },
  };
}
