import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconMail, IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Contact } from '../api/types';
import { LinkTo } from '../common/LinkTo';
import { Time } from '../common/Time';
import { LiftSuppression } from '../suppressions/LiftSuppression';
import { whyOf } from '../suppressions/words';
import classes from './ContactProperties.module.css';

/** Whether email may reach a contact, and why not. */
export function ContactConsent({ contact: { id, email, suppression } }: { readonly contact: Contact }) {
  const [lifting, setLifting] = useState(false);
  return (
    <Paper withBorder radius="lg" p="lg" className={classes.card} component="section" aria-labelledby="consent">
      <Title order={2} size="h5" mb="sm" id="consent">
        Email
      </Title>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {suppression === null ? <IconMail size={20} aria-hidden /> : <IconMailOff size={20} aria-hidden />}
        <div>
          <Text size="sm" fw={600}>
            {suppression === null ? 'Can get email' : suppression.scope === 'all' ? 'Gets no email' : 'Gets no marketing'}
          </Text>
          {suppression === null ? (
            <Text size="sm" c="dimmed">
              Not unsubscribed, bounced or suppressed.
            </Text>
          ) : (
            <>
              <Text size="sm" c="dimmed" component="div">
                {whyOf(suppression.origin)} <Time iso={suppression.at} />
              </Text>
              {suppression.unsubscribedAt !== null && suppression.origin !== 'unsubscribe' && (
                <Text size="sm" c="dimmed" component="div">
                  unsubscribed <Time iso={suppression.unsubscribedAt} />
                </Text>
              )}
              <Button variant="default" size="compact-sm" mt="xs" onClick={() => setLifting(true)}>
                Remove suppression…
              </Button>
            </>
          )}
        </div>
      </Group>
      <LinkTo to="/messages" search={{ contactId: id }} size="sm" mt="sm" display="inline-block">
        Messages to this contact →
      </LinkTo>
      {lifting && suppression !== null && <LiftSuppression email={email} suppression={suppression} onClose={() => setLifting(false)} />}
    </Paper>
  );
}
