// Does one call after the other with a product's own client, and writes what each gave: a line of JSON with "value" or "error".
//
//   node run.mjs PRODUCT    SENDRA_URL and SENDRA_KEY name the server and the key; the calls come on standard input, one JSON a line:
//   { "call": "events.send", "args": [ … ] }
import { createInterface } from 'node:readline';
import { connect } from './connect.mjs';

const client = await connect(process.argv[2], process.env.SENDRA_URL, process.env.SENDRA_KEY);
for await (const line of createInterface({ input: process.stdin })) {
  const { call, args } = JSON.parse(line);
  const path = call.split('.');
  const owner = path.slice(0, -1).reduce((object, name) => object[name], client);
  try {
    console.log(JSON.stringify({ value: (await owner[path.at(-1)](...args)) ?? null }));
  } catch (error) {
    const { name, message, statusCode, json, limit, remaining } = error;
    console.log(JSON.stringify({ error: { name, message, statusCode, json, limit, remaining, body: error.body } }));
  }
}
