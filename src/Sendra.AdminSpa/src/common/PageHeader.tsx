import { Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Breakable } from './Breakable';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, beside, lead, actions }: PageHeaderProps) {
  useDocumentTitle(`${title} · Sendra`);
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="lg">
      <Stack gap={4} maw="100%" miw={0} flex="1 1 280px">
        <Group gap="sm" wrap="wrap">
          <Title order={1} className={classes.title}>
            <Breakable text={title} />
          </Title>
          {beside}
        </Group>
        {lead && (
          <Text c="dimmed" maw={640} component="div" style={{ overflowWrap: 'anywhere' }}>
            {lead}
          </Text>
        )}
      </Stack>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
