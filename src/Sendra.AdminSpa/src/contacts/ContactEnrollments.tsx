import { Button, Skeleton, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { automationsQuery } from '../automations/queries';
import { ProblemAlert } from '../common/ProblemAlert';
import { EnrollmentList } from '../enrollments/EnrollmentList';
import { enrollmentsQuery } from '../enrollments/queries';

export function ContactEnrollments({ contactId }: { readonly contactId: string }) {
  const list = useInfiniteQuery(enrollmentsQuery({ contactId }));
  const automations = useInfiniteQuery(automationsQuery(undefined, undefined));
  const names = new Map(automations.data?.pages.flatMap((page) => page.items).map((one) => [one.id, one.name]));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="enrollments">
      <Title order={2} size="h5" mb="sm" id="enrollments">
        Enrollments
      </Title>
      {list.isError && <ProblemAlert title="The enrollments could not be loaded" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={90} radius="lg" />}
      {list.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          Never enrolled in an automation.
        </Text>
      )}
      {items.length > 0 && <EnrollmentList items={items} by="automation" automationName={(id) => names.get(id) ?? 'the automation'} />}
      {list.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </section>
  );
}
