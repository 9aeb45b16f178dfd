import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { meQuery } from '../access/session';
import { shownWorkspace } from '../access/standing';
import type { LoggedEvent } from '../api/types';
import { parseKeeping } from '../common/jsonText';
import { stringifySearch } from '../common/search';
import { toStreamFilter, type LogSearch } from './search';
import { onTop, outside } from './tail';

export type TailState = 'off' | 'connecting' | 'live' | 'reconnecting';

interface LiveTail {
  readonly state: TailState;
  /** What has come in, newest first. */
  readonly items: readonly LoggedEvent[];
  /** How many of them, at the top, wait until the reader comes back to the top: rows don't move under the reader's eyes. */
  readonly held: number;
  /** What has come in just now. */
  readonly fresh: ReadonlySet<string>;
}

const off: LiveTail = { state: 'off', items: [], held: 0, fresh: new Set() };
const gatherMs = 150;
const freshMs = 1_600;
/** More is not drawn; the page is read anew instead. */
const most = 2_000;

export const atTop = () => window.scrollY < 120;

/**
 * Follows the log by server-sent events. The browser comes back by itself with the last id; what the server refused for
 * good is tried again here. `onOpen` is called whenever there may be a gap between the tail and what was read before.
 */
export function useLiveTail(search: LogSearch, on: boolean, firstPage: readonly LoggedEvent[] | undefined, onOpen: () => void): LiveTail {
  const client = useQueryClient();
  const [tail, setTail] = useState(off);
  const opened = useEffectEvent(onOpen);
  const address = useMemo(() => (on ? `/api/events/stream${stringifySearch({ ...toStreamFilter(search, Date.now()), workspace: shownWorkspace() })}` : undefined), [on, search]);

  useEffect(() => {
    setTail(address === undefined ? off : { ...off, state: 'connecting' });
    if (address === undefined) {
      return;
    }

    let source: EventSource;
    let last = '';
    let gathered: LoggedEvent[] = [];
    let failures = 0;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (act: () => void, ms: number) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
    };
    const show = () => {
      const arrived = gathered;
      gathered = [];
      setTail((before) => {
        const items = onTop(before.items, arrived);
        const added = items.length - before.items.length;
        return { ...before, items, held: atTop() ? 0 : before.held + added, fresh: new Set(items.slice(0, added).map((one) => one.id)) };
      });
      later(() => setTail((before) => (before.fresh.size > 0 ? { ...before, fresh: off.fresh } : before)), freshMs);
    };
    const connect = () => {
      source = new EventSource(last === '' ? address : `${address}${address.includes('?') ? '&' : '?'}lastEventId=${last}`);
      source.onopen = () => {
        failures = 0;
        setTail((before) => ({ ...before, state: 'live' }));
        opened();
      };
      source.onerror = () => {
        setTail((before) => ({ ...before, state: 'reconnecting' }));
        if (source.readyState === EventSource.CLOSED) {
          // The answer can't be seen from here: a session that ended leads to sign-in by this.
          void client.invalidateQueries({ queryKey: meQuery.queryKey });
          later(connect, Math.min(30_000, 2_000 * 2 ** failures++));
        }
      };
      source.addEventListener('received', (message: MessageEvent<string>) => {
        last = message.lastEventId;
        gathered.push(parseKeeping(message.data, 'properties') as LoggedEvent);
        if (gathered.length === 1) {
          later(show, gatherMs);
        }
      });
    };
    const backAtTop = () => {
      if (atTop()) {
        setTail((before) => (before.held > 0 ? { ...before, held: 0 } : before));
      }
    };
    connect();
    window.addEventListener('scroll', backAtTop, { passive: true });
    return () => {
      source.close();
      timers.forEach(clearTimeout);
      window.removeEventListener('scroll', backAtTop);
    };
  }, [address, client]);

  // What was read anew needs no second place.
  useEffect(() => {
    setTail((before) => {
      const items = outside(before.items, firstPage ?? []);
      return items === before.items ? before : { ...before, items, held: Math.min(before.held, items.length) };
    });
  }, [firstPage]);

  const tooMany = tail.items.length > most;
  useEffect(() => {
    if (tooMany) {
      opened();
    }
  }, [tooMany]);

  return tail;
}
