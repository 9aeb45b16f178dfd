import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: process.env.SENDRA_KEY, host: process.env.SENDRA_URL, path: '/compat/segment/v1/batch' });
analytics.on('error', (error) => {
  console.error(error);
  process.exitCode = 1;
});

analytics.identify({ userId: '1815', traits: { email: 'ada@example.com' } });
analytics.track({ userId: '1815', event: 'user.created', properties: { plan: 'pro' } });

await analytics.closeAndFlush();
