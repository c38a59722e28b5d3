import { Page } from '@/components/page';
export function CustomerRoute() { return <Page title="Customer">…</Page>; }
