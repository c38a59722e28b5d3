/** What the kinds of order lines are called on screen: one of them, and many. */
const names: Record<string, readonly [string, string]> = {
  sale: ['Sale', 'Sales'],
  return: ['Return', 'Returns'],
  cancellation: ['Cancellation', 'Cancellations'],
  free: ['Free item', 'Free items'],
  adjustment: ['Adjustment', 'Adjustments'],
  fee: ['Fee', 'Fees'],
  discount: ['Discount', 'Discounts'],
  'other-currency': ['Other currency', 'In another currency'],
  otherCurrency: ['Other currency', 'In another currency'],
};

/** What else an import counts. */
const counted: Record<string, string> = {
  withoutCustomer: 'Without a customer',
  orderLines: 'Order lines',
  events: 'Events',
  profiles: 'People',
};

/** What kind a line is of. */
export function lineKindName(kind: string): string {
  return names[kind]?.[0] ?? kind;
}

/** What the rows of a file are, for a count of them. */
export function countedName(kind: string): string {
  return names[kind]?.[1] ?? counted[kind] ?? kind;
}
