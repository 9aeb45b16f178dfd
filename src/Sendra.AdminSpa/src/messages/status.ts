export const messageStatuses = ['queued', 'captured', 'sent', 'delivered', 'bounced', 'complained', 'skipped', 'failed'] as const;

export type MessageStatus = (typeof messageStatuses)[number];

// A status without its words does not compile.
const words: Record<MessageStatus, string> = {
  queued: 'It is waiting to be sent.',
  captured: 'It was kept here and not delivered, because no mail server is set up.',
  sent: 'The mail server accepted it. No feedback has arrived since.',
  delivered: 'The recipient’s mail server accepted it.',
  bounced: 'The recipient’s mail server refused the address.',
  complained: 'The recipient marked it as spam.',
  skipped: 'It was not sent.',
  failed: 'It couldn’t be sent.',
};

/** What a status says of a message. */
export const statusWords = (status: MessageStatus) => words[status];
