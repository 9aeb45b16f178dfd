import { Button, Center, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useRef } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { SecretField } from '../common/SecretField';
import classes from './AuthenticatorDialog.module.css';
import { RecoveryCodeList } from './RecoveryCodeList';
import { usePrepareAuthenticator, useTurnOnSecondFactor } from './secondFactor';
import { CodeInput } from './SecondStep';

/** Shows a secret to an authenticator app, takes its first code, and then shows the recovery codes. */
export function AuthenticatorDialog({ onClose }: { readonly onClose: () => void }) {
  const prepare = usePrepareAuthenticator();
  const turnOn = useTurnOnSecondFactor();
  const begun = useRef(false);
  useEffect(() => {
    // Once: each time makes another secret.
    if (!begun.current) {
      begun.current = true;
      prepare.mutate();
    }
  }, [prepare]);
  const form = useForm({ initialValues: { code: '' } });
  const submit = form.onSubmit(({ code }) =>
    turnOn.mutate(code, {
      onError: (failure) => {
        const problem = asProblem(failure);
        form.setErrors(problem.code === 'invalidCode' ? { code: 'This code is wrong. Type the one the app shows now.' } : fieldErrors(problem));
      },
    }),
  );
  const stored = () => {
    notifyDone('Two-step sign-in is on. You are signed out everywhere else.');
    onClose();
  };
  const problem = prepare.error ?? (turnOn.error && asProblem(turnOn.error).code !== 'invalidCode' && Object.keys(asProblem(turnOn.error).errors).length === 0 ? turnOn.error : null);

  return (
    <Modal opened onClose={onClose} size="lg" closeOnClickOutside={false} closeOnEscape={!turnOn.data} title={turnOn.data ? 'Your recovery codes' : 'Set up your authenticator app'} closeButtonProps={{ 'aria-label': 'Close' }}>
      {turnOn.data ? (
        <RecoveryCodeList codes={turnOn.data.codes} onStored={stored} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {problem && <ProblemAlert title="We couldn’t turn on two-step sign-in" error={problem} />}
            {prepare.isPending && (
              <Center h={240}>
                <Loader aria-label="Creating the secret" />
              </Center>
            )}
            {prepare.data && (
              <>
                <Text size="sm">Scan this code with an authenticator app, such as Google Authenticator, 1Password or Aegis. Then type the six digits it shows.</Text>
                <Center>
                  {/* Dark on white in both color schemes: cameras know no other. */}
                  <div className={classes.qr}>
                    <QRCodeSVG value={prepare.data.uri} size={184} title="QR code of the secret" />
                  </div>
                </Center>
                <SecretField label="Can’t scan it? Type this secret into the app" value={prepare.data.secret.match(/.{1,4}/g)!.join(' ')} copyLabel="Copy the secret" hint="It is shown only once." />
                <CodeInput withRecovery={false} {...form.getInputProps('code')} />
              </>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={turnOn.isPending} disabled={!prepare.data}>
                Turn on
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
