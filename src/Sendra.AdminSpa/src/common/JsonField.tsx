import { Textarea, type TextareaProps } from '@mantine/core';
import classes from './JsonField.module.css';

interface JsonFieldProps extends Omit<TextareaProps, 'value' | 'onChange' | 'classNames'> {
  readonly value: string;
  readonly onChange: (json: string) => void;
}

/** JSON to be typed. It stays as it was typed: text that grows when it is left moves the button that is being clicked. */
export function JsonField({ value, onChange, ...props }: JsonFieldProps) {
  return (
    <Textarea
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={3}
      maxRows={14}
      spellCheck={false}
      autoComplete="off"
      classNames={{ input: classes.input }}
      {...props}
    />
  );
}
