import { Text } from '@mantine/core';
import type { AuditLine } from '../api/types';
import { browserOf } from '../access/userAgent';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { TargetName } from './TargetName';
import { detailOf, whatOf, whoOf } from './words';
import classes from './AuditTable.module.css';

export function AuditTable({ items }: { readonly items: readonly AuditLine[] }) {
  return (
    <div role="table" aria-label="Audit log" className={classes.frame}>
      <div role="rowgroup" className={classes.headGroup}>
        <div role="row" className={classes.head}>
          {['When', 'Who', 'What', 'From'].map((title) => (
            <div key={title} role="columnheader">
              {title}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {items.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </div>
    </div>
  );
}

function Row({ line }: { readonly line: AuditLine }) {
  const { at, actor, address, userAgent } = line;
  const detail = detailOf(line);
  return (
    <div role="row" className={classes.row}>
      <div role="cell" className={classes.when}>
        <Time iso={at} as="short" />
      </div>
      <div role="cell" className={classes.who}>
        {actor.id === null ? (
          whoOf(line)
        ) : (
          <LinkTo to="." search={(before) => ({ ...before, actorId: actor.id ?? undefined })} className={classes.link} title={`Only what ${whoOf(line)} did`}>
            {whoOf(line)}
          </LinkTo>
        )}
        {actor.type === 'apiKey' && <span className={classes.kind}>key</span>}
      </div>
      <div role="cell" className={classes.what}>
        {whatOf(line)} <TargetName line={line} />
        {detail !== null && (
          <Text size="sm" c="dimmed">
            {detail}
          </Text>
        )}
      </div>
      <div role="cell" className={classes.from}>
        {address === null ? (
          <span aria-label="no call">–</span>
        ) : (
          <>
            {address}
            <Text size="xs" c="dimmed" title={userAgent ?? undefined}>
              {browserOf(userAgent)}
            </Text>
          </>
        )}
      </div>
    </div>
  );
}
