export const enrollmentStatuses = ['active', 'completed', 'exited'] as const;

export type EnrollmentStatus = (typeof enrollmentStatuses)[number];
