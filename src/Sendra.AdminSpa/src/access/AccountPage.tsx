import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { notifyDone } from '../common/notify';
import { PageHeader } from '../common/PageHeader';
import { ProblemAlert } from '../common/ProblemAlert';
import { PasskeySection } from './PasskeySection';
import { ProviderSection } from './ProviderSection';
import { SecondFactorSection } from './SecondFactorSection';
import { useMe } from './session';
import { SessionList } from './SessionList';

const route = getRouteApi('/app/account');

export default function AccountPage() {
  const search = route.useSearch();
  const { user } = useMe();
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const change = useMutation({
    mutationFn: (body: typeof form.values) => answer(api.POST('/api/auth/password', { body })),
    onSuccess: () => {
      form.reset();
      notifyDone('Your password was changed. You are signed out everywhere else.');
    },
    onError: (failure) => {
      const problem = asProblem(failure);
      form.setErrors(problem.code === 'invalidCredentials' ? { currentPassword: 'This isn’t your password.' } : fieldErrors(problem));
    },
  });
  const problem = change.error && asProblem(change.error);
  const atField = problem && (problem.code === 'invalidCredentials' || Object.keys(problem.errors).length > 0);

  return (
    <div style={{ maxWidth: 720 }}>
      <PageHeader title="Account" lead={user.emailVerified ? `You’re signed in as ${user.email}. Your email is verified.` : `You’re signed in as ${user.email}.`} />
      <Stack gap="lg">
        <Paper withBorder radius="lg" p="lg" bg="var(--app-surface)" component="section" aria-labelledby="password">
          <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
            <Stack>
              <div>
                <Title order={2} size="h5" id="password">
                  Password
                </Title>
                <Text size="sm" c="dimmed" mt={4}>
                  Changing it signs you out everywhere else.
                </Text>
              </div>
              {problem && !atField && <ProblemAlert title="We couldn’t change your password" error={problem} />}
              {/* Tells password managers whose password this is. */}
              <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
              <PasswordInput
                label="Current password"
                autoComplete="current-password"
                required
                withAsterisk={false}
                aria-invalid={form.errors.currentPassword !== undefined}
                {...form.getInputProps('currentPassword')}
              />
              <PasswordInput
                label="New password"
                description="At least 8 characters, and not a common password."
                autoComplete="new-password"
                required
                withAsterisk={false}
                aria-invalid={form.errors.newPassword !== undefined}
                {...form.getInputProps('newPassword')}
              />
              <Group>
                <Button type="submit" loading={change.isPending}>
                  Change password
                </Button>
              </Group>
            </Stack>
          </form>
        </Paper>
        <SecondFactorSection />
        <PasskeySection />
        <ProviderSection problem={search.problem} provider={search.provider} />
        <SessionList />
      </Stack>
    </div>
  );
}
