import { IconActivity, IconAdjustments, IconBolt, IconForms, IconHistory, IconHome, IconKey, IconMail, IconMailOff, IconTags, IconTemplate, IconUserCircle, IconUsers, IconUsersGroup, IconWebhook, type Icon } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';

interface AppPage {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  readonly icon: Icon;
}

/** Where the palette leads. */
export const pages: readonly AppPage[] = [
  { to: '/', label: 'Home', icon: IconHome },
  { to: '/automations', label: 'Automations', icon: IconBolt },
  { to: '/automations/new', label: 'New automation', icon: IconBolt },
  { to: '/templates', label: 'Templates', icon: IconTemplate },
  { to: '/messages', label: 'Messages', icon: IconMail },
  { to: '/contacts', label: 'Contacts', icon: IconUsers },
  { to: '/suppressions', label: 'Suppressions', icon: IconMailOff },
  { to: '/settings/events', label: 'Event log', icon: IconActivity },
  { to: '/settings/events/patterns', label: 'Event patterns', icon: IconTags },
  { to: '/settings/events/sources', label: 'Event sources', icon: IconWebhook },
  { to: '/settings/custom-fields', label: 'Custom fields', icon: IconForms },
  { to: '/settings/api-keys', label: 'API keys', icon: IconKey },
  { to: '/settings/members', label: 'Members', icon: IconUsersGroup },
  { to: '/settings/workspace', label: 'Workspace', icon: IconAdjustments },
  { to: '/settings/audit-log', label: 'Audit log', icon: IconHistory },
  { to: '/account', label: 'Account', icon: IconUserCircle },
];
