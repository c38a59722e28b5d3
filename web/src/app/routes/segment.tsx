import { Page } from '@/components/page';
export function SegmentRoute() { return <Page title="Segment">…</Page>; }
