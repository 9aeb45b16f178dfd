import { SegmentedControl, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Command } from '../common/Command';
import { languages, languageTitles, sendCode, type Language } from './codeSamples';

interface CodeSampleProps {
  readonly body: string;
  readonly apiKey?: string | undefined;
  /** Something is still missing: it is only looked at. */
  readonly unfinished?: boolean;
}

/** How a program sends an event, in the language that was chosen last. */
export function CodeSample({ body, apiKey = 'YOUR_API_KEY', unfinished = false }: CodeSampleProps) {
  const [language, setLanguage] = useLocalStorage<Language>({ key: 'code.language', defaultValue: 'curl', getInitialValueInEffect: false });
  const shown = languages.includes(language) ? language : 'curl';
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label="Language"
        data={languages.map((value) => ({ value, label: languageTitles[value] }))}
        value={shown}
        onChange={(value) => setLanguage(value as Language)}
        style={{ alignSelf: 'flex-start' }}
      />
      <Command title="The command" text={sendCode(shown, window.location.origin, apiKey, body)} unfinished={unfinished} />
    </Stack>
  );
}
