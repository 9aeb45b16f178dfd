import { IconZoomQuestion } from '@tabler/icons-react';
import { asProblem } from '../api/problem';
import { EmptyState } from './EmptyState';
import { ProblemAlert } from './ProblemAlert';

interface NotLoadedProps {
  /** What it would have been, like "contact". */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of the one thing that a page is about: there is no such thing, which trying again won't change, or the call failed. */
export function NotLoaded({ what, error, onRetry }: NotLoadedProps) {
  return asProblem(error).status === 404 ? (
    <EmptyState icon={IconZoomQuestion} title={`There is no such ${what}`} order={1}>
      It may have been deleted, or it belongs to another workspace.
    </EmptyState>
  ) : (
    <ProblemAlert title={`We couldn’t load the ${what}`} error={error} onRetry={onRetry} />
  );
}
