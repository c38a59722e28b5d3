import { Page } from '@/components/page';
export function SystemRoute() { return <Page title="System">…</Page>; }
