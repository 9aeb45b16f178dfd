import { PipelinesClient } from 'customerio-node';

const cio = new PipelinesClient(process.env.SENDRA_KEY, { url: `${process.env.SENDRA_URL}/compat/segment/v1` });

await cio.identify({ userId: '1815', traits: { email: 'ada@example.com' } });
await cio.track({ userId: '1815', event: 'user.created', properties: { plan: 'pro' } });
