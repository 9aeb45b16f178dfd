import { useMemo } from 'react';
import { prettyLines, prettyText } from './jsonText';
import { CopyButton } from './CopyButton';
import classes from './JsonView.module.css';

interface JsonViewProps {
  /** JSON text; shown with the digits and the order it came with. */
  readonly json: string;
  readonly label: string;
}

export function JsonView({ json, label }: JsonViewProps) {
  const lines = useMemo(() => prettyLines(json), [json]);
  return (
    <div className={classes.frame}>
      <div className={classes.copy}>
        <CopyButton value={prettyText(json)} label={`Copy ${label.toLowerCase()}`} />
      </div>
      <pre className={classes.code} tabIndex={0} role="group" aria-label={label}>
        {lines.map((line, at) => (
          <div key={at} className={classes.line}>
            {'  '.repeat(line.indent)}
            {line.tokens.map((token, index) => (
              <span key={index} className={classes[token.kind]}>
                {token.text}
              </span>
            ))}
            {'\n'}
          </div>
        ))}
      </pre>
    </div>
  );
}
