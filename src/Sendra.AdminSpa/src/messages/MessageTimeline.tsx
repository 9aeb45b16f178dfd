import { IconAlertTriangle, IconCheck, IconClick, IconClock, IconEye, IconFlag, IconMailOff, IconMailX, IconPlayerTrackNext, IconSend, IconUserMinus, IconX, type Icon } from '@tabler/icons-react';
import type { Schemas } from '../api/client';
import { LinkTo } from '../common/LinkTo';
import { JourneyEntry, JourneyLine } from '../enrollments/JourneyLine';

type Moment = Schemas['MessageMoment'];
type Tone = Parameters<typeof JourneyEntry>[0]['tone'];

// A moment without its words does not compile.
const words: Record<Moment['type'], { readonly title: string; readonly icon: Icon; readonly tone: Tone }> = {
  queued: { title: 'Queued', icon: IconClock, tone: 'done' },
  tryFailed: { title: 'An attempt failed', icon: IconAlertTriangle, tone: 'cancelled' },
  captured: { title: 'Captured', icon: IconMailOff, tone: 'done' },
  sent: { title: 'Sent', icon: IconSend, tone: 'waiting' },
  skipped: { title: 'Skipped', icon: IconPlayerTrackNext, tone: 'skipped' },
  failed: { title: 'Failed', icon: IconX, tone: 'failed' },
  bounced: { title: 'Bounced', icon: IconMailX, tone: 'failed' },
  delivered: { title: 'Delivered', icon: IconCheck, tone: 'begin' },
  complained: { title: 'Marked as spam', icon: IconFlag, tone: 'failed' },
  opened: { title: 'Opened', icon: IconEye, tone: 'begin' },
  clicked: { title: 'Clicked a link', icon: IconClick, tone: 'begin' },
  deferred: { title: 'Not delivered yet', icon: IconAlertTriangle, tone: 'cancelled' },
  unsubscribed: { title: 'Unsubscribed at the mail provider', icon: IconUserMinus, tone: 'cancelled' },
};

/** What happened to a message, in order. */
export function MessageTimeline({ timeline }: { readonly timeline: readonly Moment[] }) {
  return (
    <JourneyLine label="Timeline">
      {timeline.map(({ at, type, detail, eventId }, index) => (
        <JourneyEntry key={index} icon={words[type].icon} tone={words[type].tone} title={words[type].title} at={at}>
          {detail}
          {eventId !== null && (
            <>
              {detail !== null && ' '}
              <LinkTo to="/settings/events/log/$eventId" params={{ eventId }} underline="always" inherit>
                Event
              </LinkTo>
            </>
          )}
        </JourneyEntry>
      ))}
    </JourneyLine>
  );
}
