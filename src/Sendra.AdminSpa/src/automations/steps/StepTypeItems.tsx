import { Menu, Text } from '@mantine/core';
import { IconClipboard } from '@tabler/icons-react';
import { useClipboard } from './clipboard';
import { stepTypes, type Step, type StepType } from './flow';
import { StepIcon } from './StepIcon';
import { typeLabel } from './typeLabel';
import { stepCalled } from './words';

const texts: Record<StepType, string> = {
  sendEmail: 'One email, made from a template',
  wait: 'For a time, or until a date',
  waitForEvent: 'Until an event arrives or the time is up',
  branch: 'Depending on the contact or the event',
  split: 'At random, for an A/B test',
  updateContact: 'Set or clear properties of the contact',
  sendEvent: 'An event for the contact, which other automations can use',
  callUrl: 'Send a signed HTTP request to another system',
};

interface StepTypeItemsProps {
  readonly onPick: (type: StepType) => void;
  readonly onPaste: (steps: readonly Step[]) => void;
}

/** What can be put in a place: a step of each type, and what was copied. */
export function StepTypeItems({ onPick, onPaste }: StepTypeItemsProps) {
  const copied = useClipboard();
  return (
    <>
      {stepTypes.map((type) => (
        <Menu.Item key={type} leftSection={<StepIcon type={type} size={17} />} onClick={() => onPick(type)}>
          <Text size="sm" fw={600}>
            {typeLabel(type)}
          </Text>
          <Text size="xs">{texts[type]}</Text>
        </Menu.Item>
      ))}
      {copied.length > 0 && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconClipboard size={17} />} onClick={() => onPaste(copied)}>
            <Text size="sm" fw={600}>
              Paste
            </Text>
            <Text size="xs" lineClamp={2}>
              {copied.length === 1 ? stepCalled(copied[0]!) : `${copied.length} steps`}
            </Text>
          </Menu.Item>
        </>
      )}
    </>
  );
}
