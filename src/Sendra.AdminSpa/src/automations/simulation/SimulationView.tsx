import { Stack, Text, Title } from '@mantine/core';
import { ChartOverTime } from '../../charts/ChartOverTime';
import { colors, type ChartSeries } from '../../charts/series';
import { LinkTo } from '../../common/LinkTo';
import { everyDay } from './days';
import { SimulatedContacts } from './SimulatedContacts';
import { SimulatedSteps } from './SimulatedSteps';
import type { SimulationResult } from './useSimulation';
import classes from './SimulationView.module.css';

const series: readonly ChartSeries[] = [
  { name: 'enrolled', label: 'Enrolled', color: colors.enrolled },
  { name: 'exited', label: 'Exited', color: colors.exited },
  { name: 'notEnrolled', label: 'Not enrolled', color: colors.neutral },
];

interface SimulationViewProps {
  readonly result: SimulationResult;
  readonly eventName: string;
}

export function SimulationView({ result, eventName }: SimulationViewProps) {
  const { events, enrolled, exited, notEnrolled, days, contactCount, contacts, walkedContacts, steps, from, to } = result;
  if (enrolled === 0 && exited === 0 && notEnrolled.length === 0) {
    return (
      <Text size="sm" role="status">
        Nothing would have happened: no event in that period would have enrolled or exited anyone. Try a longer period, or look at{' '}
        <LinkTo to="/settings/events" search={{ name: [eventName] }} underline="always" size="sm">
          {eventName} in the log
        </LinkTo>
        .
      </Text>
    );
  }

  const refused = notEnrolled.reduce((sum, one) => sum + one.count, 0);
  return (
    <Stack gap="lg">
      <div role="status">
        <dl className={classes.totals}>
          <Total name="Events checked" value={events} />
          <Total name="Enrolled" value={enrolled} />
          <Total name="Exited" value={exited} />
          <Total name="Not enrolled" value={refused} />
        </dl>
      </div>
      {notEnrolled.length > 0 && (
        <ul className={classes.reasons}>
          {notEnrolled.map((one) => (
            <li key={one.code}>
              <b>{one.count.toLocaleString()} ×</b> {one.reason}
            </li>
          ))}
        </ul>
      )}
      <ChartOverTime
        points={everyDay(days, from, to)}
        series={series}
        label={`Chart by day, in UTC: ${enrolled} would have been enrolled, ${exited} exited, ${refused} not enrolled.`}
      />
      {steps.length > 0 && walkedContacts > 0 && (
        <section aria-labelledby="simulated-steps">
          <Title order={3} size="h5" mb={4} id="simulated-steps">
            Through the steps
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {walkedContacts === 1 ? 'One contact' : `The first ${walkedContacts.toLocaleString()} contacts`} who would have been enrolled, taken through the steps with today’s contact properties. Waits are skipped; contacts who wait for an
            event stay there.
          </Text>
          <SimulatedSteps steps={steps} />
        </section>
      )}
      {contacts.length > 0 && (
        <section aria-labelledby="simulated-contacts">
          <Title order={3} size="h5" mb={4} id="simulated-contacts">
            {contactCount.toLocaleString()} {contactCount === 1 ? 'contact' : 'contacts'}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            Contacts who would have been enrolled or exited, ordered by when it would first have happened
            {contactCount > contacts.length && `; the first ${contacts.length.toLocaleString()}`}.
          </Text>
          <SimulatedContacts contacts={contacts} />
        </section>
      )}
    </Stack>
  );
}

function Total({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value.toLocaleString()}</dd>
    </div>
  );
}
