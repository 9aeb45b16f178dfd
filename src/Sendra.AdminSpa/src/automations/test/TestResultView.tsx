import { Alert, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconFlag, IconLogin2, IconRefreshAlert } from '@tabler/icons-react';
import type { Schemas } from '../../api/client';
import { JourneyEntry, JourneyLine, outcomeIcons } from '../../enrollments/JourneyLine';
import { stepTitle, tookWords } from '../../enrollments/visits';
import { RenderedCallView } from './RenderedCallView';
import { RenderedEventView } from './RenderedEventView';
import { RenderedMailView } from './RenderedMailView';
import classes from './TestResultView.module.css';

type TestVisit = Schemas['TestVisit'];

interface TestResultViewProps {
  readonly result: Schemas['TestResult'];
  readonly email: string;
  readonly eventName: string;
  /** Whether something was changed since. */
  readonly isStale: boolean;
}

/** What the automation would do: whether it enrolls the contact, and the way that the run goes. */
export function TestResultView({ result: { decision, journey, warnings }, email, eventName, isStale }: TestResultViewProps) {
  const isEnrolled = decision.outcome === 'enrolled';
  return (
    <Stack gap="md" component="section" aria-labelledby="test-result">
      <div role="status">
        <Title order={3} size="h5" id="test-result" mb="xs">
          What would happen
        </Title>
        <Group gap="sm" wrap="nowrap" align="flex-start" className={classes.decision}>
          {isEnrolled ? <IconCircleCheck size={20} className={classes.good} aria-hidden /> : <IconCircleX size={20} className={classes.warning} aria-hidden />}
          <div>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {email} {isEnrolled ? 'enters' : 'does not enter'}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {decision.reason}
            </Text>
          </div>
        </Group>
      </div>
      {isStale && (
        <Alert color="yellow" variant="light" role="note" icon={<IconRefreshAlert size={18} />}>
          <Text size="sm" c="var(--mantine-color-text)">
            Something has changed since this test. Run it again.
          </Text>
        </Alert>
      )}
      {warnings.map(({ field, message }) => (
        <Alert key={`${field} ${message}`} color="yellow" variant="light" role="note">
          <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
            {message}
          </Text>
        </Alert>
      ))}
      {isEnrolled && journey.length === 0 && <Text size="sm">The automation has no steps: the run stays active until an exit event ends it.</Text>}
      {journey.length > 0 && (
        <JourneyLine label="Simulated journey">
          <JourneyEntry icon={IconLogin2} tone="begin" title="Enters" at={journey[0]!.at}>
            By {eventName}.
          </JourneyEntry>
          {journey.map((visit, at) => (
            <VisitEntry key={visit.stepId} visit={visit} leftAt={journey[at + 1]?.at} />
          ))}
          <JourneyEntry icon={IconFlag} tone="begin" title="Completes">
            The run has gone through all its steps.
          </JourneyEntry>
        </JourneyLine>
      )}
    </Stack>
  );
}

function VisitEntry({ visit, leftAt }: { readonly visit: TestVisit; readonly leftAt: string | undefined }) {
  const { stepId, at, outcome, reason, rendered } = visit;
  const took = leftAt === undefined ? undefined : tookWords(at, leftAt);
  return (
    <JourneyEntry
      icon={outcomeIcons[outcome]}
      tone={outcome}
      title={stepTitle(visit)}
      beside={<Code style={{ overflowWrap: 'anywhere' }}>{stepId}</Code>}
      at={at}
      until={took === undefined ? undefined : leftAt}
      took={took}
      below={rendered !== null && (rendered.method ? <RenderedCallView call={rendered} /> : rendered.eventName ? <RenderedEventView event={rendered} /> : <RenderedMailView mail={rendered} />)}
    >
      {reason}
    </JourneyEntry>
  );
}
