import { useFlow } from './FlowContext';
import type { CallStep, Step } from './flow';
import { PathBox } from './PathBox';
import classes from './StepsEditor.module.css';

/** Where those go whose call failed for good. */
export function FailedPath({ step, onChange }: { readonly step: CallStep; readonly onChange: (step: Step) => void }) {
  const { counts } = useFlow();
  return (
    <div className={classes.paths}>
      <PathBox
        step={step}
        path={{ key: 'failed', name: 'Failed', flow: step.failed }}
        title="If the call fails"
        taken={counts?.[step.id]?.byPath.failed}
        onFlow={(failed) => onChange({ ...step, failed })}
      />
    </div>
  );
}
