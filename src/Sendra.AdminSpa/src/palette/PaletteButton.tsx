import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { mod } from '../common/mod';
import classes from './PaletteButton.module.css';

const Palette = lazy(() => import('./Palette'));
const Keys = lazy(() => import('./Keys'));
const SendEventDialog = lazy(() => import('../sending/SendEventDialog'));

/** Opens the palette, as Ctrl + K does anywhere; its code is loaded then. */
export function PaletteButton() {
  const [shown, setShown] = useState<'palette' | 'keys' | 'send'>();
  const close = () => setShown(undefined);
  useHotkeys([['shift+?', () => setShown('keys')]]);
  useHotkeys([['mod+K', () => setShown('palette')]], []);
  return (
    <>
      <Button
        variant="default"
        fullWidth
        justify="space-between"
        size="sm"
        className={classes.button}
        leftSection={<IconSearch size={15} />}
        rightSection={<Kbd size="xs">{mod} K</Kbd>}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setShown('palette')}
      >
        Search
      </Button>
      <Suspense>
        {shown === 'palette' && <Palette onSend={() => setShown('send')} onClose={() => setShown((now) => (now === 'palette' ? undefined : now))} />}
        {shown === 'keys' && <Keys onClose={close} />}
        {shown === 'send' && <SendEventDialog onClose={close} />}
      </Suspense>
    </>
  );
}
