import { TrackClient } from 'customerio-node';

const cio = new TrackClient('site-id', process.env.SENDRA_KEY, { url: `${process.env.SENDRA_URL}/compat/customerio/api/v1` });

await cio.identify('1815', { email: 'ada@example.com', first_name: 'Ada' });
await cio.track('1815', { name: 'user.created', data: { plan: 'pro' } });
