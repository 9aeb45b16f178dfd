import module from '@plunk/node';

const Plunk = module.default ?? module;
const plunk = new Plunk(process.env.SENDRA_KEY, { baseUrl: `${process.env.SENDRA_URL}/compat/plunk/api/v1/` });

console.log(await plunk.events.track({
  event: 'user.created',
  email: 'ada@example.com',
  data: { plan: 'pro' },
}));
