import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState, type ChangeEvent } from 'react';

/** A text field that writes to the URL after a pause in typing, and follows the URL when that changes otherwise. */
export function useSearchText(value: string | undefined, onSettled: (text: string | undefined) => void) {
  const [text, setText] = useState(value ?? '');
  const settle = useDebouncedCallback((typed: string) => onSettled(typed.trim() || undefined), 350);
  useEffect(() => setText((typed) => (typed.trim() === (value ?? '') ? typed : (value ?? ''))), [value]);
  return {
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setText(event.currentTarget.value);
      settle(event.currentTarget.value);
    },
  };
}
