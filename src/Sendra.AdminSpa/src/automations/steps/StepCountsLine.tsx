import { Text } from '@mantine/core';
import { LinkTo } from '../../common/LinkTo';
import { useFlow } from './FlowContext';

/** What became of the visits to a step, and who is there now. */
export function StepCountsLine({ stepId, called }: { readonly stepId: string; readonly called: string }) {
  const { counts, automationId } = useFlow();
  const of = counts?.[stepId];
  if (of === undefined || automationId === undefined) {
    return null;
  }

  const { waiting, passed, failed, cancelled } = of;
  const rest = [`${passed.toLocaleString()} passed`, ...(cancelled > 0 ? [`${cancelled.toLocaleString()} ended`] : []), ...(failed > 0 ? [`${failed.toLocaleString()} failed`] : [])];
  return (
    <Text size="xs" c="dimmed" component="div">
      {waiting > 0 ? (
        <LinkTo to="/automations/$automationId" params={{ automationId }} search={{ tab: 'enrollments', step: stepId }} underline="always" inherit aria-label={`${waiting.toLocaleString()} here now, at “${called}”`}>
          {waiting.toLocaleString()} here now
        </LinkTo>
      ) : (
        '0 here now'
      )}
      {rest.map((one) => ` · ${one}`).join('')}
    </Text>
  );
}
