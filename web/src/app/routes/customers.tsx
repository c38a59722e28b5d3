import { Page } from '@/components/page';
export function CustomersRoute() { return <Page title="Customers">…</Page>; }
