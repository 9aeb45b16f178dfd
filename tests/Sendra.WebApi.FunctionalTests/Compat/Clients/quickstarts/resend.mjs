// RESEND_BASE_URL and RESEND_API_KEY are set outside; the code is as it was.
import { Resend } from 'resend';

const resend = new Resend();

const { data, error } = await resend.events.send({
  event: 'user.created',
  email: 'ada@example.com',
  payload: { plan: 'pro' },
});

if (error) {
  throw new Error(error.message);
}

console.log(data);
