export const deliveryStatuses = ['processed', 'skipped', 'duplicate', 'refused'] as const;

export type DeliveryStatus = (typeof deliveryStatuses)[number];
