import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { ProblemAlert } from '../../common/ProblemAlert';
import type { Mark } from '../graph/GraphContext';
import { versionQuery } from '../queries';
import { allSteps, type Flow } from '../steps/flow';
import { FlowProvider } from '../steps/FlowProvider';
import { readFlow } from '../steps/readFlow';
import { stepCalled, stepWords } from '../steps/words';
import { differences, type Difference } from './differences';
import classes from './Versions.module.css';

const StepGraph = lazy(() => import('../graph/StepGraph'));

interface VersionDifferenceProps {
  readonly automationId: string;
  readonly before: number;
  readonly after: number;
  readonly trigger: { readonly title: string; readonly text: string; readonly errors: 0 };
}

/** How the steps of two versions differ, in words and side by side. */
export function VersionDifference({ automationId, before, after, trigger }: VersionDifferenceProps) {
  const [old, now] = [useQuery(versionQuery(automationId, before)), useQuery(versionQuery(automationId, after))];
  const shown = useMemo(() => {
    if (old.data === undefined || now.data === undefined) {
      return undefined;
    }

    const list = differences(old.data.steps, now.data.steps);
    return { list, flows: [readFlow(old.data.steps), readFlow(now.data.steps)] as const, marks: Object.fromEntries(list.map(({ id, mark }) => [id, mark])) };
  }, [old.data, now.data]);

  const failed = old.isLoadingError ? old : now.isLoadingError ? now : undefined;
  if (failed !== undefined) {
    return <ProblemAlert title="We couldn’t load the versions" error={failed.error} onRetry={() => void failed.refetch()} />;
  }

  if (shown === undefined) {
    return <Skeleton h={360} radius="lg" role="status" aria-label="Loading the versions" />;
  }

  const { list, flows, marks } = shown;
  return (
    <div className={classes.difference}>
      {list.length === 0 ? (
        <Text size="sm">The steps are the same.</Text>
      ) : (
        <ul className={classes.changes} aria-label="Changes">
          {list.map((one) => (
            <li key={one.id} data-mark={one.mark}>
              <b>{markWords[one.mark]}</b> {changeWords(one, flows)}
            </li>
          ))}
        </ul>
      )}
      <div className={classes.pair}>
        {[before, after].map((version, at) => (
          <section key={version} className={classes.side} aria-label={`Version ${version}`}>
            <h3 className={classes.sideTitle}>Version {version}</h3>
            {flows[at] === undefined ? (
              <Text size="sm" p="md">
                This version has steps of a kind that this page can’t show.
              </Text>
            ) : (
              <Suspense fallback={<Skeleton h="100%" />}>
                <FlowProvider flow={flows[at]} errors={{}} readOnly>
                  <StepGraph flow={flows[at]} onChange={nothing} selected={none} onSelect={nothing} onOpen={nothing} trigger={trigger} marks={marks} label={`Steps of version ${version}`} />
                </FlowProvider>
              </Suspense>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

const none: readonly string[] = [];
const nothing = () => undefined;
const markWords: Record<Mark, string> = { added: 'Added', removed: 'Removed', changed: 'Changed' };

function changeWords({ id, mark, leadsElsewhere }: Difference, [old, now]: readonly [Flow | undefined, Flow | undefined]): string {
  const find = (flow: Flow | undefined) => (flow === undefined ? undefined : allSteps(flow).find((step) => step.id === id));
  const [was, is] = [find(old), find(now)];
  const step = is ?? was;
  if (step === undefined) {
    return id;
  }

  const called = `“${stepCalled(step)}”`;
  if (mark !== 'changed' || was === undefined || is === undefined) {
    return called;
  }

  return leadsElsewhere ? `${called}: it leads elsewhere` : stepWords(was) === stepWords(is) ? called : `“${stepCalled(was)}”: now “${stepWords(is)}”`;
}
