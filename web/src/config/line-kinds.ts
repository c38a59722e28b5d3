/** What the kinds of order lines are called on screen. */
const names: Record<string, string> = {
  sale: 'Sale',
  return: 'Return',
  cancellation: 'Cancellation',
  free: 'Free item',
  adjustment: 'Adjustment',
  fee: 'Fee',
  discount: 'Discount',
  'other-currency': 'Other currency',
  otherCurrency: 'Other currency',
  withoutCustomer: 'Without a customer',
  orderLines: 'Order lines',
  events: 'Events',
  profiles: 'People',
};

export function lineKindName(kind: string): string {
  return names[kind] ?? kind;
}
