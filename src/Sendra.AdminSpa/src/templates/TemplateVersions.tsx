import { Button, Paper, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { Template } from '../api/types';
import { notifyDone, notifyProblem } from '../common/notify';
import { Time } from '../common/Time';
import { toDraft, type TemplateDraft } from './draft';
import { templateVersionQuery, templateVersionsQuery } from './queries';
import classes from './TemplateVersions.module.css';

interface TemplateVersionsProps {
  readonly template: Template;
  readonly onLoad: (content: Omit<TemplateDraft, 'name'>) => void;
}

/** What was saved before, to be put back into the form. */
export function TemplateVersions({ template: { id, version: newest }, onLoad }: TemplateVersionsProps) {
  const client = useQueryClient();
  const list = useInfiniteQuery(templateVersionsQuery(id));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    return null;
  }

  const load = async (version: number) => {
    try {
      const { name: _, ...content } = toDraft('', await client.fetchQuery(templateVersionQuery(id, version)));
      onLoad(content);
      notifyDone(`Version ${version} is in the form. Save to use it.`);
    } catch (failure) {
      notifyProblem(`We couldn’t load version ${version}`, failure);
    }
  };

  return (
    <Paper withBorder radius="lg" p="md" className={classes.card} component="section" aria-labelledby="versions">
      <Title order={2} size="h6" id="versions">
        Versions
      </Title>
      <ol className={classes.versions}>
        {items.map(({ version, subject, savedAt, savedBy }) => (
          <li key={version} className={classes.version}>
            <div className={classes.words}>
              <Text size="sm" component="div">
                <b>Version {version}</b>
                {version === newest && ', in use'}: {subject}
              </Text>
              <Text size="xs" c="dimmed" component="div">
                saved <Time iso={savedAt} as="ago" />
                {savedBy !== null && <> by {savedBy}</>}
              </Text>
            </div>
            {version !== newest && (
              <Button variant="default" size="compact-sm" onClick={() => void load(version)} aria-label={`Load version ${version} into the form`}>
                Load
              </Button>
            )}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Older versions
        </Button>
      )}
    </Paper>
  );
}
