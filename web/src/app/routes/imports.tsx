import { Page } from '@/components/page';
export function ImportsRoute() { return <Page title="Imports">…</Page>; }
