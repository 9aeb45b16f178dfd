import { Button, Menu, ActionIcon } from '@mantine/core';
import { IconArchive, IconCopy, IconDots, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Automation } from '../api/types';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { useAutomationAction, type AutomationAction } from './queries';

const done: Record<AutomationAction, (name: string) => string> = {
  activate: (name) => `${name} is live.`,
  pause: (name) => `${name} is paused.`,
  archive: (name) => `${name} is archived.`,
  duplicate: (name) => `${name} is a draft.`,
};

export function AutomationActions({ automation }: { readonly automation: Automation }) {
  const { id, name, status } = automation;
  const navigate = useNavigate();
  const action = useAutomationAction(id);
  const run = (what: AutomationAction) =>
    action.mutate(what, {
      onSuccess: (result) => {
        notifyDone(done[what](result.name));
        if (what === 'duplicate') {
          void navigate({ to: '/automations/$automationId', params: { automationId: result.id } });
        }
      },
      onError: (failure) => notifyProblem(`We couldn’t change ${name}`, failure),
    });
  const archive = () =>
    confirm({
      title: `Archive ${name}?`,
      text: 'It stops for good: it no longer enrolls contacts, its exit events do nothing, and you can’t activate it again. Its history stays.',
      yes: 'Archive',
      danger: true,
      onYes: () => run('archive'),
    });

  return (
    <>
      {(status === 'draft' || status === 'paused') && (
        <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => run('activate')} loading={action.isPending}>
          Activate
        </Button>
      )}
      {status === 'live' && (
        <Button variant="default" leftSection={<IconPlayerPause size={16} />} onClick={() => run('pause')} loading={action.isPending}>
          Pause
        </Button>
      )}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More actions">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => run('duplicate')}>
            Duplicate
          </Menu.Item>
          {status !== 'archived' && (
            <Menu.Item leftSection={<IconArchive size={16} />} onClick={archive}>
              Archive…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
