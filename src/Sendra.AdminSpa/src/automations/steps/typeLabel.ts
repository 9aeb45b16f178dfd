import type { StepType } from './flow';

// A type without its label does not compile.
const labels: Record<StepType, string> = { sendEmail: 'Send email', wait: 'Wait', waitForEvent: 'Wait for event', branch: 'Branch', split: 'Split', updateContact: 'Update contact', sendEvent: 'Send event', callUrl: 'Call a URL' };

/** What a type of step is called; one that a newer server has is called as there. */
export const typeLabel = (type: string): string => (labels as Readonly<Record<string, string>>)[type] ?? type;
