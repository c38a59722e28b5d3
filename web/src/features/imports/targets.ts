export type ImportKind = 'orders' | 'events' | 'customers';

interface Target {
  key: string;
  label: string;
  hint?: string;
}

/** What a file's columns can be read as, per kind of file, in the order in which a person would check them. */
const known: Record<ImportKind, readonly Target[]> = {
  orders: [
    { key: 'order_id', label: 'Order', hint: 'the number of the order or invoice' },
    { key: 'time', label: 'Date', hint: 'when it was ordered' },
    { key: 'customer', label: 'Customer', hint: 'an id or e-mail address' },
    { key: 'amount', label: 'Amount', hint: 'a column or a formula such as Quantity*UnitPrice' },
    { key: 'quantity', label: 'Quantity' },
    { key: 'unit_price', label: 'Price of one' },
    { key: 'sku', label: 'SKU' },
    { key: 'description', label: 'Description' },
    { key: 'category', label: 'Category' },
    { key: 'currency', label: 'Currency' },
    { key: 'country', label: 'Country' },
    { key: 'status', label: 'Status', hint: 'cancelled, refunded …' },
    { key: 'name', label: 'Customer’s name' },
    { key: 'email', label: 'Customer’s e-mail' },
  ],
  customers: [
    { key: 'customer', label: 'Customer', hint: 'the id that orders name' },
    { key: 'name', label: 'Name' },
    { key: 'email', label: 'E-mail' },
    { key: 'country', label: 'Country' },
    { key: 'time', label: 'Since' },
  ],
  events: [
    { key: 'customer', label: 'Customer', hint: 'an id or e-mail address' },
    { key: 'name', label: 'Event', hint: 'what happened' },
    { key: 'time', label: 'Time' },
  ],
};

function readable(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The known targets and whatever else the server names, so that a new target can be used before this list knows it. */
export function targetsOf(kind: ImportKind, named: readonly string[]): Target[] {
  const list = known[kind];
  const extra = named.filter((key) => !list.some((target) => target.key === key));
  return [...list, ...extra.map((key) => ({ key, label: readable(key) }))];
}
