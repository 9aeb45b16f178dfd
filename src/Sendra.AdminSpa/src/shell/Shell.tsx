import { AppShell, Box, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { IconActivity, IconAdjustments, IconBolt, IconForms, IconHistory, IconHome, IconKey, IconMail, IconMailOff, IconTemplate, IconUsers, IconUsersGroup, type Icon } from '@tabler/icons-react';
import { createLink, Outlet, type LinkProps } from '@tanstack/react-router';
import { forwardRef, useRef, type AnchorHTMLAttributes } from 'react';
import type { NavLinkProps } from '@mantine/core';
import { EmailBanner } from '../access/EmailBanner';
import { Guards } from '../access/Guards';
import { PaletteButton } from '../palette/PaletteButton';
import { AccountMenu } from './AccountMenu';
import { ColorSchemeSwitch } from './ColorSchemeSwitch';
import { Logo } from './Logo';
import { WorkspaceMenu } from './WorkspaceMenu';
import classes from './Shell.module.css';

const NavLinkTo = createLink(
  forwardRef<HTMLAnchorElement, NavLinkProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof NavLinkProps>>(function NavLinkTo(props, ref) {
    return <NavLink ref={ref} component="a" {...props} />;
  }),
);

interface Entry {
  readonly to: LinkProps['to'];
  readonly label: string;
  readonly icon: Icon;
  readonly exact?: boolean;
}

const main: readonly Entry[] = [
  { to: '/', label: 'Home', icon: IconHome, exact: true },
  { to: '/automations', label: 'Automations', icon: IconBolt },
  { to: '/templates', label: 'Templates', icon: IconTemplate },
  { to: '/messages', label: 'Messages', icon: IconMail },
  { to: '/contacts', label: 'Contacts', icon: IconUsers },
  { to: '/suppressions', label: 'Suppressions', icon: IconMailOff },
];
const settings: readonly Entry[] = [
  { to: '/settings/events', label: 'Events', icon: IconActivity },
  { to: '/settings/custom-fields', label: 'Custom fields', icon: IconForms },
  { to: '/settings/api-keys', label: 'API keys', icon: IconKey },
  { to: '/settings/members', label: 'Members', icon: IconUsersGroup },
  { to: '/settings/workspace', label: 'Workspace', icon: IconAdjustments },
  { to: '/settings/audit-log', label: 'Audit log', icon: IconHistory },
];

export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const burger = useRef<HTMLButtonElement>(null);
  useWindowEvent(
    'keydown',
    (event) => {
      // What was opened from the panel takes the key first; asked before the key has closed it.
      if (event.key === 'Escape' && opened && document.querySelector('[role=menu], [role=dialog]') === null) {
        close();
        burger.current?.focus();
      }
    },
    { capture: true },
  );
  return (
    <AppShell
      header={{ height: { base: 56, sm: 0 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <AppShell.Header hiddenFrom="sm" px="md" className={classes.bar}>
        <Group h="100%" justify="space-between">
          <Logo />
          <Burger ref={burger} opened={opened} onClick={toggle} size="sm" aria-label={opened ? 'Close menu' : 'Open menu'} aria-expanded={opened} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.bar} aria-label="Main">
        <AppShell.Section p="md" visibleFrom="sm">
          <Group justify="space-between">
            <Logo />
            <ColorSchemeSwitch />
          </Group>
        </AppShell.Section>
        <AppShell.Section px="sm" pt={{ base: 'sm', sm: 0 }} pb="sm">
          <WorkspaceMenu />
          <Box mt="xs">
            <PaletteButton />
          </Box>
        </AppShell.Section>
        <AppShell.Section grow px="sm" className={classes.links}>
          <Links entries={main} onFollow={close} />
          <Text size="xs" fw={600} c="dimmed" mt="md" mb={4} px="sm">
            Settings
          </Text>
          <Links entries={settings} onFollow={close} />
        </AppShell.Section>
        <AppShell.Section p="sm" className={classes.foot}>
          <Group justify="space-between" wrap="nowrap" gap={4}>
            <AccountMenu />
            <Box hiddenFrom="sm">
              <ColorSchemeSwitch />
            </Box>
          </Group>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <div className={classes.content}>
          <EmailBanner />
          <Outlet />
        </div>
      </AppShell.Main>
      <Guards />
    </AppShell>
  );
}

function Links({ entries, onFollow }: { readonly entries: readonly Entry[]; readonly onFollow: () => void }) {
  return entries.map(({ to, label, icon: Glyph, exact }) => (
    <NavLinkTo
      key={label}
      to={to}
      label={label}
      leftSection={<Glyph size={19} stroke={1.7} />}
      activeOptions={{ exact: exact ?? false, includeSearch: false }}
      activeProps={{ active: true }}
      className={classes.link}
      onClick={onFollow}
    />
  ));
}
