import { getRouteApi } from '@tanstack/react-router';
import { PageHeader } from '../common/PageHeader';
import { notifyDone } from '../common/notify';
import { AutomationForm } from './AutomationForm';
import { useCreateAutomation } from './queries';
import { noSteps } from './steps/flow';

const route = getRouteApi('/app/automations/new');

export default function NewAutomationPage() {
  const { eventName } = route.useSearch();
  const navigate = route.useNavigate();
  const create = useCreateAutomation();
  return (
    <>
      <PageHeader title="New automation" lead="It starts as a draft and enrolls nobody until you activate it." />
      <AutomationForm
        initial={{ name: '', eventName: eventName ?? '', where: undefined, frequency: 'everyTime', frequencyPeriod: 'P7D', frequencyKey: '', exitEvents: [], exitConditions: {}, flow: noSteps }}
        submitLabel="Create draft"
        onSubmit={async (draft) => {
          const made = await create.mutateAsync(draft);
          notifyDone(`${made.name} is a draft. Activate it when it is ready.`);
          await navigate({ to: '/automations/$automationId', params: { automationId: made.id } });
          return true;
        }}
      />
    </>
  );
}
