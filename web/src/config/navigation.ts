import { IconChartHistogram, IconFileImport, IconLayoutGrid, IconUsers } from '@tabler/icons-react';

/** The capabilities that have a screen. One that is still to come gets its line here with its first screen, not before. */
export const navigation = [
  { to: '/w/$workspace/overview', label: 'Overview', icon: IconChartHistogram },
  { to: '/w/$workspace/customers', label: 'Customers', icon: IconUsers },
  { to: '/w/$workspace/segments', label: 'Segments', icon: IconLayoutGrid },
  { to: '/w/$workspace/imports', label: 'Imports', icon: IconFileImport },
] as const;
