import { Button, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ProblemAlert } from '../common/ProblemAlert';
import { EnrollmentList } from '../enrollments/EnrollmentList';
import { enrollmentsQuery } from '../enrollments/queries';

export function ContactEnrollments({ contactId }: { readonly contactId: string }) {
  const list = useInfiniteQuery(enrollmentsQuery({ contactId }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label="Enrollments">
      {list.isError && <ProblemAlert title="We couldn’t load the enrollments" error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={90} radius="lg" />}
      {list.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          Never enrolled in an automation.
        </Text>
      )}
      {items.length > 0 && <EnrollmentList items={items} by="automation" />}
      {list.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Load more
        </Button>
      )}
    </section>
  );
}
