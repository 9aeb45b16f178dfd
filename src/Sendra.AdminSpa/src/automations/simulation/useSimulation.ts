import { useEffect, useRef, useState } from 'react';
import { answer, api, type Schemas } from '../../api/client';
import { ApiProblem, asProblem } from '../../api/problem';
import { jsonLines } from '../../common/jsonLines';

export type SimulationResult = Schemas['SimulationResult'];

export type SimulationState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly progress: number }
  | { readonly is: 'done'; readonly result: SimulationResult }
  | { readonly is: 'failed'; readonly problem: ApiProblem };

/** Runs a definition over the past. Leaving the page, or starting anew, cancels what runs. */
export function useSimulation() {
  const [state, setState] = useState<SimulationState>({ is: 'idle' });
  const running = useRef<AbortController>(null);
  const cancel = () => {
    running.current?.abort();
    running.current = null;
  };
  useEffect(() => cancel, []);

  const run = async (body: Schemas['SimulateAutomationRequest']) => {
    cancel();
    const abort = new AbortController();
    running.current = abort;
    const show = (next: SimulationState) => {
      if (running.current === abort) {
        setState(next);
      }
    };
    show({ is: 'running', progress: 0 });
    try {
      const stream = await answer(api.POST('/api/automations/simulate', { body, parseAs: 'stream', signal: abort.signal }));
      for await (const line of jsonLines<Schemas['SimulationLine']>(stream!)) {
        show(line.type === 'result' && line.result ? { is: 'done', result: line.result } : { is: 'running', progress: line.progress });
      }

      setState((last) => (last.is === 'running' && running.current === abort ? { is: 'failed', problem: brokeOff } : last));
    } catch (failure) {
      show({ is: 'failed', problem: asProblem(failure) });
    }
  };

  return {
    state,
    run,
    stop: () => {
      cancel();
      setState({ is: 'idle' });
    },
  };
}

const brokeOff = new ApiProblem(0, 'brokeOff', 'The response was cut off. Try again, or choose a shorter period.');
