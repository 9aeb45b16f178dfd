import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { sendCode, shellWord } from './codeSamples';

const argumentsOf = (command: string) =>
  execFileSync('sh', ['-c', `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }; ${command}`]).toString().split('\0').slice(0, -1);
const body = '{\n  "email": "o\'hara@example.com",\n  "total": 12345678901234567890,\n  "text": "a \\"b\\" \\\\ c"\n}';

it('makes one shell word of any text', () => {
  const text = `it's "quoted" $HOME \\ and\nlong`;
  expect(argumentsOf(`curl ${shellWord(text)}`)).toEqual([text]);
});

it('sends the body by curl as it was written', () => {
  const words = argumentsOf(sendCode('curl', 'http://localhost:5080', 'sendra_1', body));
  expect(words).toContain('http://localhost:5080/api/events/send');
  expect(words).toContain('Authorization: Bearer sendra_1');
  expect(words.at(-1)).toBe(body);
});

it('keeps the body in every language', () => {
  expect(sendCode('javascript', 'http://a', 'k', '{\n  "a": 1\n}')).toContain('body: JSON.stringify({\n    "a": 1\n  }),');
  expect(sendCode('csharp', 'http://a', 'k', body)).toContain('    """\n    {\n      "email"');
  expect(sendCode('python', 'http://a', 'k', '{\n  "a": 1\n}')).toContain('body = """{\n  "a": 1\n}"""');
  const text = /body = (".*")/.exec(sendCode('python', 'http://a', 'k', body))![1]!;
  expect(JSON.parse(text)).toBe(body);
});
