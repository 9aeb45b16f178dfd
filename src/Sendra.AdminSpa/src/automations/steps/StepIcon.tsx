import { IconArrowsSplit2, IconBellRinging, IconClock, IconDice3, IconMail, IconSend, IconUserEdit, IconWorldUpload, type Icon } from '@tabler/icons-react';
import type { StepType } from './flow';

const icons: Record<StepType, Icon> = { sendEmail: IconMail, wait: IconClock, waitForEvent: IconBellRinging, branch: IconArrowsSplit2, split: IconDice3, updateContact: IconUserEdit, sendEvent: IconSend, callUrl: IconWorldUpload };

export function StepIcon({ type, size }: { readonly type: StepType; readonly size: number }) {
  const Glyph = icons[type];
  return <Glyph size={size} stroke={1.8} aria-hidden />;
}
