export type ImportKind = 'orders' | 'events' | 'customers';

interface Target {
  key: string;
  label: string;
  hint: string;
}

/** What a table's columns can be read as, in the order in which a person would check them. */
const known: Record<ImportKind, readonly Target[]> = {
  orders: [
    { key: 'order_id', label: 'Order', hint: 'The number of the order or invoice.' },
    { key: 'time', label: 'Date', hint: 'When it was ordered.' },
    { key: 'customer_id', label: 'Customer', hint: 'The customer’s id in the shop.' },
    { key: 'email', label: 'E-mail', hint: 'The customer’s address; does instead of an id.' },
    { key: 'customer_name', label: 'Customer’s name', hint: '' },
    { key: 'quantity', label: 'Quantity', hint: 'Negative when something came back.' },
    { key: 'unit_price', label: 'Price of one', hint: '' },
    { key: 'amount', label: 'Amount', hint: 'A column or a formula such as Quantity*UnitPrice.' },
    { key: 'currency', label: 'Currency', hint: '' },
    { key: 'sku', label: 'SKU', hint: '' },
    { key: 'description', label: 'Product', hint: '' },
    { key: 'category', label: 'Category', hint: '' },
    { key: 'country', label: 'Country', hint: '' },
    { key: 'status', label: 'Status', hint: 'Completed, cancelled, refunded …' },
  ],
  customers: [
    { key: 'customer_id', label: 'Customer', hint: 'The id that orders name.' },
    { key: 'email', label: 'E-mail', hint: 'Does instead of an id.' },
    { key: 'phone', label: 'Phone', hint: 'Does instead of an id, too.' },
    { key: 'name', label: 'Name', hint: '' },
    { key: 'country', label: 'Country', hint: '' },
    { key: 'first_seen', label: 'Since', hint: 'When they became a customer.' },
  ],
  events: [],
};

const kindNames: Record<string, string> = { orders: 'Orders', events: 'Events', customers: 'Customers' };

/** What a file of this kind holds, as a word that stands alone. */
export function kindName(kind: string): string {
  return kindNames[kind] ?? kind;
}

function readable(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The known targets and whatever else the server names, so that a new target can be used before this list knows it. */
export function targetsOf(kind: ImportKind, named: readonly string[]): Target[] {
  const list = known[kind];
  const extra = named.filter((key) => !list.some((target) => target.key === key));
  return [...list, ...extra.map((key) => ({ key, label: readable(key), hint: '' }))];
}
