import { Page } from '@/components/page';
export function ImportRoute() { return <Page title="Import">…</Page>; }
