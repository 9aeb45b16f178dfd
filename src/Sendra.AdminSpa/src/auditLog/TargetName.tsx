import type { AuditLine } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { nameOf } from './words';
import classes from './AuditTable.module.css';

/** What it was done to; a link to what it was done to before and after, where it has an id. */
export function TargetName({ line }: { readonly line: AuditLine }) {
  const name = nameOf(line);
  const { id, type } = line.target;
  if (id === null) {
    return name === null ? null : <strong>{name}</strong>;
  }

  if (name === null && !['contact', 'enrollment', 'suppression', 'invitation'].includes(type)) {
    return null;
  }

  return (
    <LinkTo to="." search={(before) => ({ ...before, targetType: type, targetId: id })} className={classes.link} title="Everything done to it">
      {name ?? <code>{id.slice(-8)}</code>}
    </LinkTo>
  );
}
