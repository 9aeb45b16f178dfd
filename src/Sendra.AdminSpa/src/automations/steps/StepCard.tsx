import { ActionIcon, Group, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconCopy, IconTrash } from '@tabler/icons-react';
import { copySteps } from './clipboard';
import { EmailTemplate } from './EmailTemplate';
import { EventPaths } from './EventPaths';
import type { Step } from './flow';
import { useFlow } from './FlowContext';
import { FailedPath } from './FailedPath';
import { PathList } from './PathList';
import { StepCountsLine } from './StepCountsLine';
import { StepFields } from './StepFields';
import { StepIcon } from './StepIcon';
import { stepCalled, stepWords } from './words';
import classes from './StepsEditor.module.css';

interface StepCardProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
  readonly onRemove: () => void;
  /** Undefined where it is the first, or the last, already. */
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

export function StepCard({ step, onChange, onRemove, onUp, onDown }: StepCardProps) {
  const { readOnly, errors, opened, toggle } = useFlow();
  const wrong = errors[step.key];
  const isOpen = !readOnly && (opened.has(step.key) || wrong !== undefined);
  const called = stepCalled(step);
  const words = stepWords(step);
  const title = (
    <>
      <span className={classes.icon} data-type={step.type}>
        <StepIcon type={step.type} size={16} />
      </span>
      <span className={classes.words}>
        <Text size="sm" fw={600} component="span" display="block">
          {called}
        </Text>
        {called !== words && (
          <Text size="sm" c="dimmed" component="span" display="block">
            {words}
          </Text>
        )}
      </span>
    </>
  );

  return (
    <li className={classes.step} data-wrong={wrong !== undefined || undefined}>
      <div className={classes.head}>
        {readOnly ? (
          <div className={classes.title}>{title}</div>
        ) : (
          <UnstyledButton className={classes.title} onClick={() => toggle(step.key)} aria-expanded={isOpen}>
            <VisuallyHidden>Edit: </VisuallyHidden>
            {title}
            <IconChevronDown size={16} className={classes.chevron} data-open={isOpen || undefined} aria-hidden />
          </UnstyledButton>
        )}
        {!readOnly && (
          <Group gap={2} wrap="nowrap" className={`${classes.tools} ${classes.quiet}`}>
            <ActionIcon variant="subtle" color="gray" aria-label={`Move up: ${called}`} disabled={onUp === undefined} onClick={onUp}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`Move down: ${called}`} disabled={onDown === undefined} onClick={onDown}>
              <IconArrowDown size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`Copy: ${called}`} onClick={() => copySteps([step])}>
              <IconCopy size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove: ${called}`} onClick={onRemove}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        )}
      </div>
      {wrong !== undefined && (
        <Stack gap={2} role="alert" className={classes.wrong}>
          {[...new Set(Object.values(wrong))].map((message) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
        </Stack>
      )}
      {step.type === 'sendEmail' && <EmailTemplate templateId={step.templateId} />}
      <div className={classes.countsLine}>
        <StepCountsLine stepId={step.id} called={called} />
      </div>
      {isOpen && <StepFields step={step} onChange={onChange} errors={wrong ?? {}} />}
      {step.type === 'callUrl' && <FailedPath step={step} onChange={onChange} />}
      {(step.type === 'branch' || step.type === 'split') && <PathList step={step} onChange={onChange} isOpen={isOpen} errors={wrong ?? {}} />}
      {step.type === 'waitForEvent' && <EventPaths step={step} onChange={onChange} />}
    </li>
  );
}
