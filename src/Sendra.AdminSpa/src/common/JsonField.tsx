import { Textarea, type TextareaProps } from '@mantine/core';
import { isJson, prettyText } from './jsonText';
import classes from './JsonField.module.css';

interface JsonFieldProps extends Omit<TextareaProps, 'value' | 'onChange' | 'classNames'> {
  readonly value: string;
  readonly onChange: (json: string) => void;
}

/** JSON to be typed; leaving it puts it in order. */
export function JsonField({ value, onChange, ...props }: JsonFieldProps) {
  return (
    <Textarea
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => isJson(value) && onChange(prettyText(value))}
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
