import { Tabs } from '@mantine/core';
import { IconList, IconTags, IconWebhook } from '@tabler/icons-react';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { PageHeader } from '../common/PageHeader';
import { DeclareNudge } from './DeclareNudge';

const tabs = [
  { path: '/settings/events', label: 'Log', icon: IconList },
  { path: '/settings/events/patterns', label: 'Patterns', icon: IconTags },
  { path: '/settings/events/sources', label: 'Sources', icon: IconWebhook },
] as const;

export default function EventsLayout() {
  const navigate = useNavigate();
  const location = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') });
  // While another page is on its way, its address stands there already.
  const path = (tabs.find((one) => one.path === location) ?? tabs[0]).path;
  return (
    <>
      <PageHeader title="Events" lead="What your contacts did, and what it triggered." />
      <Tabs
        value={path}
        onChange={(to) => {
          const tab = tabs.find((one) => one.path === to);
          if (tab) {
            void navigate({ to: tab.path });
          }
        }}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map(({ path: to, label, icon: Glyph }) => (
            <Tabs.Tab key={to} value={to} leftSection={<Glyph size={16} />}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {path !== '/settings/events/sources' && <DeclareNudge />}
        <Tabs.Panel value={path}>
          <Outlet />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
