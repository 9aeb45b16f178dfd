import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { sampleEvent, sendCurl, shellWord } from './curl';

const argumentsOf = (command: string) =>
  execFileSync('sh', ['-c', `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }; ${command}`]).toString().split('\0').slice(0, -1);

it('makes one shell word of any text', () => {
  const text = `it's "quoted" $HOME \\ and\nlong`;
  expect(argumentsOf(`curl ${shellWord(text)}`)).toEqual([text]);
});

it('sends the event as it is', () => {
  const words = argumentsOf(sendCurl('http://localhost:5080', 'sendra_1', { ...sampleEvent, email: "o'hara@example.com" }));
  expect(words).toContain('http://localhost:5080/api/events/send');
  expect(words).toContain('Authorization: Bearer sendra_1');
  expect(JSON.parse(words.at(-1) ?? '')).toEqual({ ...sampleEvent, email: "o'hara@example.com" });
});
