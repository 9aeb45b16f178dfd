import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconBolt, IconSearch, IconSend, IconTags, IconUser, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { displayName } from '../contacts/displayName';
import { pages } from './pages';
import { findQuery } from './queries';

const [store, palette] = createSpotlight();

interface PaletteProps {
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** Goes anywhere by a few letters: pages, automations, contacts, event names. */
export default function Palette({ onSend, onClose }: PaletteProps) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 150);
  const search = useQuery(findQuery(query));
  const found = search.data;
  useEffect(() => palette.open(), []);

  const matches = (label: string) => text.trim().toLowerCase().split(/\s+/).every((word) => label.toLowerCase().includes(word));
  const action = (id: string, label: string, Glyph: Icon, onClick: () => void, description?: string): SpotlightActionData => ({
    id,
    label,
    ...(description !== undefined && { description }),
    onClick,
    leftSection: <Glyph size={18} stroke={1.7} aria-hidden />,
  });
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Pages',
      actions: pages.filter(({ label }) => matches(label)).map(({ to, label, icon }) => action(`page ${to}`, label, icon, () => void navigate({ to }))),
    },
    { group: 'Actions', actions: matches('Send a test event') ? [action('send', 'Send a test event…', IconSend, onSend)] : [] },
    {
      group: 'Automations',
      actions: (query === '' ? [] : (found?.automations ?? [])).map(({ id, name, status }) =>
        action(id, name, IconBolt, () => void navigate({ to: '/automations/$automationId', params: { automationId: id } }), status),
      ),
    },
    {
      group: 'Contacts',
      actions: (query === '' ? [] : (found?.contacts ?? [])).map((contact) =>
        action(
          contact.id,
          displayName(contact) ?? contact.email,
          IconUser,
          () => void navigate({ to: '/contacts/$contactId', params: { contactId: contact.id } }),
          displayName(contact) === undefined ? undefined : contact.email,
        ),
      ),
    },
    {
      group: 'Event names',
      actions: (query === '' ? [] : (found?.patterns ?? [])).map(({ id, name }) =>
        action(id, name, IconTags, () => void navigate({ to: '/settings/events', search: { name: [name] } }), 'in the log'),
      ),
    },
  ];

  return (
    <Spotlight
      store={store}
      actions={groups.filter(({ actions }) => actions.length > 0)}
      query={text}
      onQueryChange={setText}
      filter={(_, all) => all}
      onSpotlightClose={onClose}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={search.isError ? 'We couldn’t search the workspace' : search.isFetching || query !== text.trim() ? 'Searching…' : 'Nothing found'}
      attributes={{ content: { 'aria-label': 'Search everything' } }}
      searchProps={{ placeholder: 'Page, automation, contact or event name', leftSection: <IconSearch size={18} />, 'aria-label': 'Search everything' }}
    />
  );
}
