import { LoopsClient } from 'loops';

const loops = new LoopsClient(process.env.SENDRA_KEY);
loops.apiRoot = `${process.env.SENDRA_URL}/compat/loops/api/`;

console.log(await loops.sendEvent({
  email: 'ada@example.com',
  eventName: 'user.created',
  eventProperties: { plan: 'pro' },
}));
