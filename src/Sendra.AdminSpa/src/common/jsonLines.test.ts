import { expect, it } from 'vitest';
import { jsonLines } from './jsonLines';

async function read(...parts: Uint8Array<ArrayBuffer>[]) {
  const all: unknown[] = [];
  for await (const one of jsonLines(new Blob(parts).stream())) {
    all.push(one);
  }

  return all;
}

it('reads lines whatever the pieces in which they come', async () => {
  const bytes = new TextEncoder().encode('{"a":"ä"}\n\n{"b":2}\n{"c":3}');
  expect(await read(bytes)).toEqual([{ a: 'ä' }, { b: 2 }, { c: 3 }]);
  const cut = bytes.indexOf(0xc3) + 1;
  const pieces = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, cut));
      controller.enqueue(bytes.slice(cut));
      controller.close();
    },
  });
  const all: unknown[] = [];
  for await (const one of jsonLines(pieces)) {
    all.push(one);
  }

  expect(all).toEqual([{ a: 'ä' }, { b: 2 }, { c: 3 }]);
});
