import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { BranchStep, SplitStep, Step } from './flow';
import { useFlow } from './FlowContext';
import { PathBox } from './PathBox';
import { addPath, editPath } from './pathEdits';
import { PathFields } from './PathFields';
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
  return (
    <div className={classes.paths}>
      {step.paths.map((path, at) => (
        <PathBox
          key={path.key}
          step={step}
          path={path}
          title={'when' in path ? pathWords(path) : `${path.name.trim() || 'Unnamed'}: ${shareWords(path, step as SplitStep)} of all`}
          taken={taken?.[path.name]}
          onFlow={(flow) => onChange(editPath(step, at, { ...path, flow }))}
        >
          {isOpen && <PathFields step={step} at={at} onChange={onChange} errors={errors} />}
        </PathBox>
      ))}
      {isOpen && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => onChange(addPath(step))} className={classes.addPath}>
          Add a path
        </Button>
      )}
      {step.type === 'branch' && (
        <PathBox step={step} path={{ key: 'otherwise', name: 'Otherwise', flow: step.otherwise }} title="Otherwise" taken={taken?.otherwise} onFlow={(otherwise) => onChange({ ...step, otherwise })} />
      )}
    </div>
  );
}
