import { Page } from '@/components/page';
export function SegmentsRoute() { return <Page title="Segments">…</Page>; }
