import { Page } from '@/components/page';
export function RfmSettingsRoute() { return <Page title="RfmSettings">…</Page>; }
