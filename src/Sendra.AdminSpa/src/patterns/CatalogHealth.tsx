import { Alert, Button, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { CatalogFinding } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { healthQuery } from './queries';
import classes from './CatalogHealth.module.css';

const shownAtOnce = 3;

/** What is probably not meant about event names (A9). Nothing when all is well. */
export function CatalogHealth() {
  const findings = useQuery(healthQuery).data?.items ?? [];
  const [open, { toggle }] = useDisclosure(false);
  if (findings.length === 0) {
    return null;
  }

  const rest = findings.slice(shownAtOnce);
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      mb="md"
      role="region"
      title={findings.length === 1 ? 'One likely mistake' : `${findings.length} likely mistakes`}
    >
      <Findings items={findings.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <>
          <Collapse expanded={open}>
            <Findings items={rest} />
          </Collapse>
          <Button variant="subtle" size="compact-sm" mt={6} onClick={toggle} aria-expanded={open}>
            {open ? 'Show less' : `Show ${rest.length} more`}
          </Button>
        </>
      )}
    </Alert>
  );
}

function Findings({ items }: { readonly items: readonly CatalogFinding[] }) {
  return (
    <ul className={classes.list}>
      {items.map((one) => (
        <li key={`${one.code} ${one.eventName} ${one.automationId ?? ''} ${one.property ?? ''}`}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {one.message}
          </Text>
          <Group gap="md">
            <Ways finding={one} />
          </Group>
        </li>
      ))}
    </ul>
  );
}

/** Where to look, and where to mend it. */
function Ways({ finding: { code, eventName, names, automationId, types } }: { readonly finding: CatalogFinding }) {
  if (automationId) {
    return (
      <LinkTo to="/automations/$automationId" params={{ automationId }} size="sm" underline="always">
        Open the automation
      </LinkTo>
    );
  }

  if (types) {
    return types.map((seen) => (
      <Text key={seen.type} size="sm" component="span">
        {seen.firstEventId ? (
          <LinkTo to="/settings/events/log/$eventId" params={{ eventId: seen.firstEventId }} size="sm" underline="always">
            First {seen.type}
          </LinkTo>
        ) : (
          `First ${seen.type}`
        )}{' '}
        <Time iso={seen.firstReceivedAt} as="ago" />
      </Text>
    ));
  }

  return (
    <LinkTo to="/settings/events" search={{ name: code === 'namesLookAlike' && names ? [...names] : [eventName] }} size="sm" underline="always">
      Compare them in the log
    </LinkTo>
  );
}
