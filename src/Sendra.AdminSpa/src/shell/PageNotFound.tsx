import { IconMapOff } from '@tabler/icons-react';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo } from '../common/LinkTo';

export function PageNotFound() {
  return (
    <main>
      <EmptyState icon={IconMapOff} title="There is no such page" order={1} action={<ButtonTo to="/">Go home</ButtonTo>}>
        The link may be mistyped, or the page was deleted.
      </EmptyState>
    </main>
  );
}
