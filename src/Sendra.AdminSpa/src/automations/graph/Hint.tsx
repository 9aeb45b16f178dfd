import { Kbd } from '@mantine/core';
import { mod } from '../../common/mod';
import classes from './Hint.module.css';

const keys: readonly (readonly [what: string, ...keys: readonly string[]])[] = [
  ['walk', '←', '↑', '↓', '→'],
  ['edit', 'Enter'],
  ['add', 'A'],
  ['move', 'M'],
  ['remove', 'Del'],
  ['copy', `${mod} C`],
  ['paste', `${mod} V`],
  ['undo', `${mod} Z`],
];

/** The keys that work in the graph. */
export function Hint() {
  return (
    <dl className={classes.hint} aria-label="Keyboard shortcuts">
      {keys.map(([what, ...names]) => (
        <div key={what}>
          <dt>
            {names.map((name) => (
              <Kbd key={name} size="xs">
                {name}
              </Kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
