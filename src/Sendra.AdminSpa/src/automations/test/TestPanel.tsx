import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import type { ApiProblem } from '../../api/problem';
import { stringifyExact } from '../../common/exactJson';
import { ProblemAlert } from '../../common/ProblemAlert';
import { toContactText } from '../../contacts/contactText';
import { contactQuery } from '../../contacts/queries';
import { newestEventQuery } from '../../events/queries';
import { namedProperties, sampleProperties } from '../../events/sampleProperties';
import { patternSuggestionsQuery } from '../../patterns/queries';
import { TestForm } from './TestForm';
import type { definitionOf } from './testRun';

export interface TestPanelProps {
  readonly definition: ReturnType<typeof definitionOf>;
  readonly onRefused: (problem: ApiProblem) => void;
  readonly onShowForm: () => void;
  readonly onResult: (journey: Schemas['TestResult']['journey']) => void;
}

/** Begins with the newest event of the trigger's name and its contact, so that a test can be run at once. */
export function TestPanel(props: TestPanelProps) {
  const { definition } = props;
  const { eventName } = definition.trigger;
  const newest = useQuery(newestEventQuery(eventName));
  const contact = useQuery({ ...contactQuery(newest.data?.contactId ?? ''), enabled: newest.data != null });
  const patterns = useQuery(patternSuggestionsQuery(eventName));
  if (newest.isLoadingError) {
    return <ProblemAlert title="We couldn’t load an event to start from" error={newest.error} onRetry={() => void newest.refetch()} />;
  }

  if (newest.isPending || patterns.isPending || (newest.data !== null && contact.isPending)) {
    return <Skeleton h={300} radius="lg" role="status" aria-label="Loading the test" />;
  }

  const schema = patterns.data?.items.find((one) => one.name === eventName)?.properties ?? [];
  return (
    <TestForm
      {...props}
      isReal={newest.data !== null}
      initial={{
        contact: contact.data === undefined ? { email: newest.data?.email ?? 'ada@example.com', properties: '{}' } : toContactText(contact.data),
        properties: sampleProperties(newest.data?.properties, schema, namedProperties(stringifyExact(definition))),
        answers: {},
      }}
    />
  );
}
