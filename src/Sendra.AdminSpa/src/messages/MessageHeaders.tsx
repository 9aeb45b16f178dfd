import type { Schemas } from '../api/client';
import classes from './MessagePage.module.css';

/** What stands above an email, for programs. */
export function MessageHeaders({ headers }: { readonly headers: readonly Schemas['MailHeader'][] }) {
  return (
    <details>
      <summary className={classes.summary}>Headers</summary>
      <dl className={classes.headers}>
        {headers.map(({ name, value }, at) => (
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
