import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { confirm } from '../../common/confirm';
import { ExactNumberInput } from '../../common/ExactNumberInput';
import { ConditionEditor, errorsBelow } from '../conditions/ConditionEditor';
import { emptyRule } from '../conditions/condition';
import { allSteps, moved, nextKey, noSteps, type BranchPath, type BranchStep, type SplitPath, type SplitStep, type Step } from './flow';
import { useFlow } from './FlowContext';
import { PathBox } from './PathBox';
import type { StepErrors } from './stepErrors';
import { pathWords, shareWords } from './words';
import classes from './StepsEditor.module.css';

interface PathListProps {
  readonly step: BranchStep | SplitStep;
  readonly onChange: (step: Step) => void;
  readonly isOpen: boolean;
  readonly errors: StepErrors;
}

/** The paths of a branch or a split, each with a list of its own. */
export function PathList({ step, onChange, isOpen, errors }: PathListProps) {
  const { counts } = useFlow();
  const taken = counts?.[step.id]?.byPath;
  const names = step.paths.map((path) => path.name);
  const add = () => {
    const head = { key: nextKey(), name: freeName(step.type === 'branch' ? 'Path' : '', names), flow: noSteps };
    onChange(step.type === 'branch' ? { ...step, paths: [...step.paths, { ...head, when: emptyRule }] } : { ...step, paths: [...step.paths, { ...head, weight: 50 }] });
  };
  // Each kind of step has its own kind of path; what is done to the list of them is the same.
  const put = (change: <P extends BranchPath | SplitPath>(paths: readonly P[]) => readonly P[]) =>
    onChange(step.type === 'branch' ? { ...step, paths: change(step.paths) } : { ...step, paths: change(step.paths) });
  const edit = (at: number, path: BranchPath | SplitPath) => put(<P,>(paths: readonly P[]) => paths.map((one, index) => (index === at ? (path as P) : one)));
  const remove = (at: number) => {
    const inside = allSteps(step.paths[at]!.flow).length;
    const go = () => put((paths) => paths.filter((_, index) => index !== at));
    if (inside === 0) {
      go();
    } else {
      confirm({ title: `Remove the path “${names[at]}”?`, text: `The ${inside === 1 ? 'step' : `${inside} steps`} inside ${inside === 1 ? 'goes' : 'go'} with it.`, yes: 'Remove', danger: true, onYes: go });
    }
  };

  return (
    <div className={classes.paths}>
      {step.paths.map((path, at) => (
        <PathBox
          key={path.key}
          step={step}
          path={path}
          title={'when' in path ? pathWords(path) : `${path.name.trim() || 'Unnamed'}: ${shareWords(path, step as SplitStep)} of all`}
          taken={taken?.[path.name]}
          onFlow={(flow) => edit(at, { ...path, flow })}
        >
          {isOpen && (
            <Stack gap="xs" pb="xs">
              <Group gap={6} align="flex-end">
                <TextInput
                  label="Name of the path"
                  flex={1}
                  miw={130}
                  value={path.name}
                  onChange={(event) => edit(at, { ...path, name: event.currentTarget.value })}
                  error={errors[`paths[${at}].name`] !== undefined}
                  spellCheck={false}
                />
                {'weight' in path && (
                  <ExactNumberInput label="Weight" w={90} value={path.weight} min={0} onChange={(weight) => edit(at, { ...path, weight })} error={errors[`paths[${at}].weight`] !== undefined} />
                )}
                <Group gap={0} wrap="nowrap" className={classes.quiet}>
                  <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Move path up: ${path.name}`} disabled={at === 0} onClick={() => put((paths) => moved(paths, at, -1))}>
                    <IconArrowUp size={16} />
                  </ActionIcon>
                  <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Move path down: ${path.name}`} disabled={at + 1 === step.paths.length} onClick={() => put((paths) => moved(paths, at, 1))}>
                    <IconArrowDown size={16} />
                  </ActionIcon>
                  <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Remove path: ${path.name}`} disabled={step.paths.length === 1} onClick={() => remove(at)}>
                    <IconX size={16} />
                  </ActionIcon>
                </Group>
              </Group>
              {'when' in path && (
                <ConditionEditor
                  label={`Condition of ${path.name}`}
                  value={path.when}
                  errors={errorsBelow(errors, `paths[${at}].when`)}
                  onChange={(when) => edit(at, { ...path, when: when ?? emptyRule })}
                />
              )}
            </Stack>
          )}
        </PathBox>
      ))}
      {isOpen && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add} className={classes.addPath}>
          Add a path
        </Button>
      )}
      {step.type === 'branch' && (
        <PathBox step={step} path={{ key: 'otherwise', name: 'Otherwise', flow: step.otherwise }} title="Otherwise" taken={taken?.otherwise} onFlow={(otherwise) => onChange({ ...step, otherwise })} />
      )}
    </div>
  );
}

/** `C` after A and B, `Path 2` after another; never one that is taken. */
function freeName(prefix: string, taken: readonly string[]): string {
  for (let at = taken.length; ; at++) {
    const name = prefix === '' ? (at < 26 ? String.fromCharCode(65 + at) : `Path ${at + 1}`) : `${prefix} ${at + 1}`;
    if (!taken.includes(name)) {
      return name;
    }
  }
}
