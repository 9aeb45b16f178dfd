import { expect, it } from 'vitest';
import { fromHeaderLines, toHeaderLines, toSample } from './sample';

const delivery = (payload: string | null) => ({ payload, payloadEncoding: 'text' as const, headers: { 'X-GitHub-Event': 'push' } });

it('is a delivery that has something to map', () => {
  expect(toSample(delivery('{"a":1}'))).toEqual({ payload: '{"a":1}', headers: { 'X-GitHub-Event': 'push' } });
  expect(toSample(delivery('email=ada%40example.com'))?.payload).toBe('email=ada%40example.com');
});

it('has the headers of the sender, not those of one request', () => {
  const headers = { Host: 'localhost', 'Content-Length': '27', 'content-encoding': 'gzip', 'Content-Type': 'application/json', 'X-GitHub-Event': 'push' };

  expect(toSample({ ...delivery('{"a":1}'), headers })?.headers).toEqual({ 'Content-Type': 'application/json', 'X-GitHub-Event': 'push' });
});

it('is none that is empty, says nothing, or is no longer kept', () => {
  for (const payload of ['', '  ', '{}', '[]', '"ping"', null]) {
    expect(toSample(delivery(payload))).toBeUndefined();
  }

  expect(toSample({ ...delivery('AAEC'), payloadEncoding: 'base64' })).toBeUndefined();
});

it('reads headers as they are written', () => {
  expect(fromHeaderLines('X-GitHub-Event: push\n\nX-Time: 12:00\nnothing')).toEqual({ 'X-GitHub-Event': 'push', 'X-Time': '12:00' });
  expect(fromHeaderLines(toHeaderLines({ A: 'b: c' }))).toEqual({ A: 'b: c' });
});
