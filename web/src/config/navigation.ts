import {
  IconActivityHeartbeat,
  IconBolt,
  IconChartHistogram,
  IconFileImport,
  IconLayoutGrid,
  IconListSearch,
  IconPlugConnected,
  IconSettings,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';

/** The capabilities that have a screen, in groups. One that is still to come gets its line here with its first screen, not before. */
export const navigationGroups = [
  {
    name: null,
    links: [
      { to: '/w/$workspace/overview', label: 'Overview', icon: IconChartHistogram },
      { to: '/w/$workspace/customers', label: 'Customers', icon: IconUsers },
      { to: '/w/$workspace/segments', label: 'Segments', icon: IconLayoutGrid },
    ],
  },
  {
    name: 'Data',
    links: [
      { to: '/w/$workspace/sources', label: 'Sources', icon: IconPlugConnected },
      { to: '/w/$workspace/live', label: 'Live events', icon: IconBolt },
      { to: '/w/$workspace/catalogue', label: 'Catalogue', icon: IconListSearch },
      { to: '/w/$workspace/imports', label: 'Imports', icon: IconFileImport },
    ],
  },
  {
    name: 'Operation',
    links: [
      { to: '/w/$workspace/webhooks', label: 'Webhooks', icon: IconWebhook },
      { to: '/w/$workspace/pipeline', label: 'Pipeline', icon: IconActivityHeartbeat },
      { to: '/w/$workspace/settings', label: 'Settings', icon: IconSettings },
    ],
  },
] as const;

type NavigationLink = (typeof navigationGroups)[number]['links'][number];

export const navigation = navigationGroups.flatMap(({ links }): readonly NavigationLink[] => links);

/** The screens whose addresses are beside, not below, that of the line they belong to: below it, what a user named could stand in their way. */
const besides: Readonly<Record<string, NavigationLink['to']>> = {
  'new-segment': '/w/$workspace/segments',
  'segment-library': '/w/$workspace/segments',
  'segment-comparison': '/w/$workspace/segments',
  rfm: '/w/$workspace/segments',
  'new-source': '/w/$workspace/sources',
  'new-webhook': '/w/$workspace/webhooks',
  workspace: '/w/$workspace/settings',
  identity: '/w/$workspace/settings',
  erasures: '/w/$workspace/settings',
  system: '/w/$workspace/settings',
};

/** The line that a screen beside it belongs to; undefined for those below theirs. */
export function lineBeside(pathname: string): NavigationLink['to'] | undefined {
  return besides[pathname.split('/')[3] ?? ''];
}
