/** Families of events that partners can be told of: those that a warehouse or an ERP has a use for. */
export const sentFamilies = ['order', 'fulfilment', 'return', 'product'] as const;
