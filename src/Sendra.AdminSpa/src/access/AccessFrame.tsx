import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ColorSchemeSwitch } from '../shell/ColorSchemeSwitch';
import { Logo } from '../shell/Logo';
import classes from './AccessFrame.module.css';

interface AccessFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

/** What the sign-in and the sign-up page share. */
export function AccessFrame({ title, lead, children, foot }: AccessFrameProps) {
  useDocumentTitle(`${title} · Sendra`);
  return (
    <div className={classes.page}>
      <Group justify="space-between" p="md" component="header">
        <Logo />
        <ColorSchemeSwitch />
      </Group>
      <Center component="main" px="md" py="xl">
        <Stack w="100%" maw={420} gap="lg">
          <Stack gap={4}>
            <Title order={1} size="h2">
              {title}
            </Title>
            <Text c="dimmed">{lead}</Text>
          </Stack>
          <Paper withBorder p="lg" radius="lg" bg="var(--app-surface)">
            {children}
          </Paper>
          <Text size="sm" ta="center" c="dimmed" component="div">
            {foot}
          </Text>
        </Stack>
      </Center>
    </div>
  );
}
