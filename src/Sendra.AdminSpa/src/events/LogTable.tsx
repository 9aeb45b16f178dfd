import { Badge, Button, Loader, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import type { LoggedEvent } from '../api/types';
import { excerpt } from '../common/jsonText';
import { Time } from '../common/Time';
import { isBackFilled } from '../common/time';
import { EffectBadges } from './EffectBadges';
import { originWords } from './originWords';
import type { LogSearch } from './search';
import classes from './LogTable.module.css';

interface LogTableProps {
  readonly items: readonly LoggedEvent[];
  readonly search: LogSearch;
  /** What has just come in, and fades in. */
  readonly fresh: ReadonlySet<string>;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

/** Only the rows on the screen exist, so that thousands scroll as smoothly as ten. */
export function LogTable({ items, search, fresh, hasMore, isLoadingMore, onMore }: LogTableProps) {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const narrow = useMediaQuery('(max-width: 62em)', window.innerWidth < 992) ?? false;
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => (narrow ? 86 : 46),
    overscan: 12,
    scrollMargin: top,
    getItemKey: (at) => items[at]?.id ?? at,
  });
  useEffect(() => rows.measure(), [narrow, rows]);

  const visible = rows.getVirtualItems();
  const last = visible[visible.length - 1]?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= items.length - 15) {
      onMore();
    }
  }, [hasMore, isLoadingMore, last, items.length, onMore]);

  return (
    <div className={classes.frame}>
      <div role="table" aria-label="Events" aria-rowcount={hasMore ? -1 : items.length + 1}>
        <div role="rowgroup" className={classes.headGroup}>
          <div role="row" aria-rowindex={1} className={classes.head}>
            {['Event', 'Contact', 'Received', 'Origin', 'Effect', 'Properties'].map((title) => (
              <div key={title} role="columnheader">
                {title}
              </div>
            ))}
          </div>
        </div>
        <div ref={body} role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
          {visible.map((row) => {
            const item = items[row.index]!;
            return (
              <div
                key={row.key}
                role="row"
                aria-rowindex={row.index + 2}
                className={classes.row}
                data-fresh={fresh.has(item.id) || undefined}
                data-open={search.event === item.id || undefined}
                style={{ height: row.size, transform: `translateY(${row.start - top}px)` }}
              >
                <Cells item={item} />
              </div>
            );
          })}
        </div>
      </div>
      {hasMore && (
        <div className={classes.more}>
          {isLoadingMore ? (
            <Loader size="sm" role="status" aria-label="Loading more events" />
          ) : (
            <Button variant="default" size="xs" onClick={onMore}>
              Load more
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Cells({ item }: { readonly item: LoggedEvent }) {
  return (
    <>
      <div role="cell" className={classes.name}>
        <Link to="." search={(before) => ({ ...before, event: item.id })} resetScroll={false} className={classes.open} title={item.eventName}>
          {item.eventName}
        </Link>
        {item.history && (
          <Tooltip label="Sent as history: logged and counted, without effect">
            <Badge size="xs" variant="light" color="gray">
              history
            </Badge>
          </Tooltip>
        )}
        {!item.declared && (
          <Tooltip label="No pattern with this name is declared">
            <Badge size="xs" variant="outline" color="yellow" className={classes.undeclared}>
              undeclared
            </Badge>
          </Tooltip>
        )}
      </div>
      <div role="cell" className={classes.email} title={item.email}>
        {item.email}
      </div>
      <div role="cell" className={classes.time}>
        <Time iso={item.receivedAt} as="ago" />
        {isBackFilled(item.receivedAt, item.occurredAt) && (
          <span className={classes.occurred}>
            occurred <Time iso={item.occurredAt} as="ago" />
          </span>
        )}
      </div>
      <div role="cell" className={classes.origin}>
        {originWords(item.origin)}
      </div>
      <div role="cell" className={classes.effect}>
        <EffectBadges event={item} />
      </div>
      <div role="cell" className={classes.properties}>
        {item.properties === null ? (
          <Text span c="dimmed" inherit aria-label="none">
            –
          </Text>
        ) : (
          excerpt(item.properties, 80)
        )}
      </div>
    </>
  );
}
