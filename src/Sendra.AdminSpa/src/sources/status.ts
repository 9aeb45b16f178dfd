export const deliveryStatuses = ['processed', 'skipped', 'duplicate', 'refused', 'ignored', 'handshake'] as const;

export type DeliveryStatus = (typeof deliveryStatuses)[number];
