import { ActionIcon, Group, Stack, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { ExactNumberInput } from '../../common/ExactNumberInput';
import { ConditionEditor, errorsBelow } from '../conditions/ConditionEditor';
import { emptyRule } from '../conditions/condition';
import type { BranchStep, SplitStep } from './flow';
import { editPath, movePath, removePath } from './pathEdits';
import type { StepErrors } from './stepErrors';
import classes from './StepsEditor.module.css';

interface PathFieldsProps {
  readonly step: BranchStep | SplitStep;
  readonly at: number;
  readonly onChange: (step: BranchStep | SplitStep) => void;
  readonly errors: StepErrors;
}

/** What a path is called, its place among the others, and who takes it. */
export function PathFields({ step, at, onChange, errors }: PathFieldsProps) {
  const path = step.paths[at]!;
  return (
    <Stack gap="xs" pb="xs">
      <Group gap={6} align="flex-end">
        <TextInput
          label="Name of the path"
          flex={1}
          miw={130}
          value={path.name}
          onChange={(event) => onChange(editPath(step, at, { ...path, name: event.currentTarget.value }))}
          error={errors[`paths[${at}].name`] !== undefined}
          spellCheck={false}
        />
        {'weight' in path && (
          <ExactNumberInput label="Weight" w={90} value={path.weight} min={0} onChange={(weight) => onChange(editPath(step, at, { ...path, weight }))} error={errors[`paths[${at}].weight`] !== undefined} />
        )}
        <Group gap={0} wrap="nowrap" className={classes.quiet}>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Move path up: ${path.name}`} disabled={at === 0} onClick={() => onChange(movePath(step, at, -1))}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Move path down: ${path.name}`} disabled={at + 1 === step.paths.length} onClick={() => onChange(movePath(step, at, 1))}>
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Remove path: ${path.name}`} disabled={step.paths.length === 1} onClick={() => onChange(removePath(step, at))}>
            <IconX size={16} />
          </ActionIcon>
        </Group>
      </Group>
      {'when' in path && (
        <ConditionEditor
          label={`Condition of ${path.name}`}
          value={path.when}
          errors={errorsBelow(errors, `paths[${at}].when`)}
          onChange={(when) => onChange(editPath(step, at, { ...path, when: when ?? emptyRule }))}
        />
      )}
    </Stack>
  );
}
