import { Page } from '@/components/page';
export function NewImportRoute() { return <Page title="NewImport">…</Page>; }
