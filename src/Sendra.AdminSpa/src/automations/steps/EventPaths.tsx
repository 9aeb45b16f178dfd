import type { WaitForEventStep } from './flow';
import { useFlow } from './FlowContext';
import { PathBox } from './PathBox';
import classes from './StepsEditor.module.css';

/** The two ways out of a wait for an event. */
export function EventPaths({ step, onChange }: { readonly step: WaitForEventStep; readonly onChange: (step: WaitForEventStep) => void }) {
  const taken = useFlow().counts?.[step.id]?.byPath;
  return (
    <div className={classes.paths}>
      <PathBox step={step} path={{ key: 'received', name: 'Received', flow: step.received }} title="When it arrives" taken={taken?.received} onFlow={(received) => onChange({ ...step, received })} />
      <PathBox step={step} path={{ key: 'timedOut', name: 'Timed out', flow: step.timedOut }} title="If it doesn’t arrive in time" taken={taken?.timedOut} onFlow={(timedOut) => onChange({ ...step, timedOut })} />
    </div>
  );
}
