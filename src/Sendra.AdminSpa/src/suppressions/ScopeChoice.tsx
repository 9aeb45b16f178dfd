import { Radio, Stack } from '@mantine/core';
import type { Suppression } from '../api/types';
import { scopes } from './words';

interface ScopeChoiceProps {
  readonly label: string;
  readonly value: Suppression['scope'];
  readonly onChange: (scope: Suppression['scope']) => void;
}

/** What suppressed addresses get no more. */
export function ScopeChoice({ label, value, onChange }: ScopeChoiceProps) {
  return (
    <Radio.Group label={label} value={value} onChange={(chosen) => onChange(chosen as Suppression['scope'])}>
      <Stack gap="xs" mt={6}>
        {scopes.map((scope) => (
          <Radio key={scope.value} value={scope.value} label={scope.label} description={scope.text} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
