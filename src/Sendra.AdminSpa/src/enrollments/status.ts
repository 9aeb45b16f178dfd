export const enrollmentStatuses = ['active', 'parked', 'completed', 'exited'] as const;

export type EnrollmentStatus = (typeof enrollmentStatuses)[number];
