import { VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconArrowMoveRight, IconBolt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Node, NodeProps } from '@xyflow/react';
import { LinkTo } from '../../common/LinkTo';
import { templateQuery } from '../../templates/queries';
import { useFlow } from '../steps/FlowContext';
import { StepIcon } from '../steps/StepIcon';
import { shareWords, stepCalled, stepWords } from '../steps/words';
import { triggerId, type DrawnNode } from './drawing';
import { useGraph, type Mark } from './GraphContext';
import { takenBy } from './lit';
import classes from './GraphNode.module.css';

export type FlowNode = Node<{ readonly drawn: DrawnNode }>;

export function GraphNode({ data: { drawn } }: NodeProps<FlowNode>) {
  switch (drawn.is) {
    case 'trigger':
      return <TriggerCard />;
    case 'step':
      return <StepBox drawn={drawn} />;
    case 'path':
      return <PathHead drawn={drawn} />;
    case 'join':
      return drawn.meets ? <div className={classes.join} /> : null;
    case 'end':
      return <End id={drawn.id} />;
    case 'goTo':
      return <GoTo drawn={drawn} />;
  }
}

type Drawn<I extends DrawnNode['is']> = Extract<DrawnNode, { is: I }>;

function TriggerCard() {
  const { trigger, current, selected, lit, onStop } = useGraph();
  return (
    <div className={classes.card} data-selected={selected.includes(triggerId) || undefined} data-wrong={trigger.errors > 0 || undefined} data-dim={(lit !== undefined && lit.size === 0) || undefined}>
      <button type="button" className={classes.open} data-stop={triggerId} tabIndex={current === triggerId ? 0 : -1} onClick={(event) => onStop(triggerId, event.shiftKey)}>
        <span className={classes.icon} data-type="trigger">
          <IconBolt size={17} stroke={1.8} aria-hidden />
        </span>
        <span className={classes.words}>
          <span className={classes.title}>
            <VisuallyHidden>Trigger: </VisuallyHidden>
            {trigger.title}
          </span>
          <span className={classes.text}>{trigger.text}</span>
        </span>
        <Errors count={trigger.errors} />
      </button>
    </div>
  );
}

const markWords: Record<Mark, string> = { added: 'Added', removed: 'Removed', changed: 'Changed' };

function StepBox({ drawn: { step } }: { readonly drawn: Drawn<'step'> }) {
  const { current, selected, lit, marks, moving, onStop } = useGraph();
  const { errors, counts } = useFlow();
  const called = stepCalled(step);
  const words = stepWords(step);
  const wrong = Object.keys(errors[step.key] ?? {}).length;
  const mark = marks?.[step.id];
  return (
    <div
      className={classes.card}
      data-selected={selected.includes(step.key) || undefined}
      data-wrong={wrong > 0 || undefined}
      data-mark={mark}
      data-dim={(lit !== undefined && !lit.has(step.key)) || undefined}
      data-lit={lit?.has(step.key) || undefined}
      data-moving={moving?.key === step.key || undefined}
    >
      <button
        type="button"
        className={classes.open}
        data-stop={step.key}
        tabIndex={current === step.key ? 0 : -1}
        aria-pressed={selected.includes(step.key)}
        onClick={(event) => onStop(step.key, event.shiftKey)}
      >
        <span className={classes.icon} data-type={step.type}>
          <StepIcon type={step.type} size={17} />
        </span>
        <span className={classes.words} title={words}>
          <VisuallyHidden>Step: </VisuallyHidden>
          <span className={called === words ? classes.two : classes.title}>{called}</span>
          {called !== words ? (
            <span className={classes.text}>{words}</span>
          ) : (
            // The API takes an email without a name and a subject of its own.
            step.type === 'sendEmail' && step.subject === '' && <TemplateName id={step.templateId} />
          )}
        </span>
        {mark !== undefined && <span className={classes.mark}>{markWords[mark]}</span>}
        <Errors count={wrong} />
      </button>
      {counts !== undefined && <Counts id={step.id} called={called} />}
    </div>
  );
}

function TemplateName({ id }: { readonly id: string }) {
  const { data } = useQuery({ ...templateQuery(id), enabled: id !== '' });
  return data && <span className={classes.text}>{data.name}</span>;
}

function Errors({ count }: { readonly count: number }) {
  return count === 0 ? null : (
    <span className={classes.errors}>
      <IconAlertCircle size={14} aria-hidden />
      {count}
      <VisuallyHidden>{count === 1 ? ' error' : ' errors'}</VisuallyHidden>
    </span>
  );
}

function Counts({ id, called }: { readonly id: string; readonly called: string }) {
  const { counts, automationId } = useFlow();
  const { simulated } = useGraph();
  const of = counts?.[id];
  if (of === undefined) {
    return <div className={classes.counts}>New</div>;
  }

  const { waiting, passed, failed, cancelled } = of;
  return (
    <div className={classes.counts} data-simulated={simulated || undefined}>
      {waiting === 0 ? (
        <span>0 here</span>
      ) : automationId === undefined || simulated ? (
        <b>{waiting.toLocaleString()} here</b>
      ) : (
        <LinkTo
          className={`nodrag ${classes.here}`}
          to="/automations/$automationId"
          params={{ automationId }}
          search={{ tab: 'enrollments', step: id }}
          aria-label={`${waiting.toLocaleString()} here now, at “${called}”`}
        >
          {waiting.toLocaleString()} here
        </LinkTo>
      )}
      <span>{passed.toLocaleString()} passed</span>
      {cancelled > 0 && <span>{cancelled.toLocaleString()} ended</span>}
      {failed > 0 && <span className={classes.failed}>{failed.toLocaleString()} failed</span>}
    </div>
  );
}

function PathHead({ drawn }: { readonly drawn: Drawn<'path'> }) {
  const { lit, simulated, onStop } = useGraph();
  const { counts } = useFlow();
  const { step, name } = drawn;
  const taken = takenBy(drawn, counts?.[step.id]);
  const share = step.type === 'split' ? step.paths.find((path) => path.key === drawn.key) : undefined;
  return (
    <button
      type="button"
      className={classes.path}
      tabIndex={-1}
      data-dim={(lit !== undefined && !lit.has(drawn.id)) || undefined}
      data-simulated={simulated || undefined}
      onClick={() => onStop(step.key, false)}
    >
      <span className={classes.pathName}>{name.trim() || 'Unnamed'}</span>
      {share !== undefined && step.type === 'split' && <span className={classes.share}>{shareWords(share, step)}</span>}
      {taken !== undefined && (
        <b>
          {taken.toLocaleString()}
          <VisuallyHidden> took it</VisuallyHidden>
        </b>
      )}
    </button>
  );
}

function End({ id }: { readonly id: string }) {
  const { lit } = useGraph();
  return (
    <div className={classes.end} data-dim={(lit !== undefined && !lit.has(id)) || undefined}>
      Completes
    </div>
  );
}

function GoTo({ drawn: { id, aim } }: { readonly drawn: Drawn<'goTo'> }) {
  const { lit, onStop } = useGraph();
  return (
    <button type="button" className={classes.goTo} tabIndex={-1} data-dim={(lit !== undefined && !lit.has(id)) || undefined} onClick={() => onStop(aim.key, false)}>
      <IconArrowMoveRight size={15} aria-hidden />
      <span className={classes.pathName}>Goes on at “{stepCalled(aim)}”</span>
    </button>
  );
}
