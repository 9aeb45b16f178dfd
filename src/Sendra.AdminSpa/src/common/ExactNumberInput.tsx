import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { isNumber, numberText, toNumber, type Json } from './exactJson';

interface ExactNumberInputProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'onBlur'> {
  readonly value: Json;
  /** Null while no number is typed. */
  readonly onChange: (value: Json) => void;
}

/** A number that keeps all digits that are typed. */
export function ExactNumberInput({ value, onChange, ...props }: ExactNumberInputProps) {
  // What is half typed, like `-` or `1.`, is no number yet, but has to be seen.
  const [typed, setTyped] = useState<string>();
  return (
    <NumberInput
      hideControls
      value={typed ?? (isNumber(value) ? numberText(value) : '')}
      onChange={(next) => {
        const text = String(next);
        if (text !== typed && text !== (isNumber(value) ? numberText(value) : '')) {
          setTyped(text);
          onChange(toNumber(text));
        }
      }}
      onBlur={() => setTyped(undefined)}
      {...props}
    />
  );
}
