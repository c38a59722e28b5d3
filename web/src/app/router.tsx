import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '@/features/access/api/get-session';
import { isMissing } from '@/features/segments/api/get-segment';
import { lastWorkspace } from '@/lib/workspace/last-workspace';
import { parseSearch, stringifySearch } from '@/lib/search';
import { NotFound } from './layout/not-found';
import { RouteFailure } from './layout/route-failure';
import { RoutePending } from './layout/route-pending';
import { Shell } from './layout/shell';
import { catalogueSearch, companiesSearch, comparisonSearch, copySearch, customerSearch, customersSearch, liveSearch, overviewSearch, pagedSearch, segmentsSearch, signInSearch, webhookSearch } from './search-params';

interface RouterContext {
  queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
    if (!session) throw redirect({ to: '/sign-in', replace: true });
    const remembered = session.workspaces.find(({ key }) => key === lastWorkspace());
    const workspace = (remembered ?? session.workspaces[0])?.key ?? 'default';
    throw redirect({ to: '/w/$workspace/overview', params: { workspace }, replace: true });
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./routes/sign-in'), 'SignInRoute'),
});

const signedOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-out',
  component: lazyRouteComponent(() => import('./routes/signed-out'), 'SignedOutRoute'),
});

const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/w/$workspace',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true });
    return { session };
  },
  component: Shell,
});

const overviewRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/overview',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('./routes/overview'), 'OverviewRoute'),
});

const segmentsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/segments',
  validateSearch: segmentsSearch,
  component: lazyRouteComponent(() => import('./routes/segments'), 'SegmentsRoute'),
});

const rfmSettingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/rfm',
  component: lazyRouteComponent(() => import('./routes/rfm-settings'), 'RfmSettingsRoute'),
});

const newSegmentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/new-segment',
  validateSearch: copySearch,
  component: lazyRouteComponent(() => import('./routes/segment-builder'), 'NewSegmentRoute'),
});

const segmentLibraryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/segment-library',
  component: lazyRouteComponent(() => import('./routes/segment-library'), 'SegmentLibraryRoute'),
});

const segmentComparisonRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/segment-comparison',
  validateSearch: comparisonSearch,
  component: lazyRouteComponent(() => import('./routes/segment-comparison'), 'SegmentComparisonRoute'),
});

// Under these keys the server answers with something else, so that no segment is to be found at the former addresses.
const formerLibraryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/segments/library',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$workspace/segment-library', params, replace: true });
  },
});

const formerComparisonRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/segments/compare',
  validateSearch: comparisonSearch,
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/w/$workspace/segment-comparison', params, search, replace: true });
  },
});

const editSegmentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/segments/$segmentKey/edit',
  component: lazyRouteComponent(() => import('./routes/segment-builder'), 'EditSegmentRoute'),
});

const segmentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/segments/$segmentKey',
  validateSearch: pagedSearch,
  beforeLoad: async ({ context, params: { workspace, segmentKey }, location }) => {
    // The builder's former address is the one of a segment, where there is one of that key.
    if (segmentKey !== 'new' || !(await isMissing(context.queryClient, workspace, segmentKey))) return;
    throw redirect({ to: '/w/$workspace/new-segment', params: { workspace }, search: copySearch(parseSearch(location.searchStr)), replace: true });
  },
  component: lazyRouteComponent(() => import('./routes/segment'), 'SegmentRoute'),
});

const customersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers',
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('./routes/customers'), 'CustomersRoute'),
});

const companiesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers/companies',
  validateSearch: companiesSearch,
  component: lazyRouteComponent(() => import('./routes/companies'), 'CompaniesRoute'),
});

const companyRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers/companies/$companyId',
  component: lazyRouteComponent(() => import('./routes/company'), 'CompanyRoute'),
});

const customerRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers/$profileId',
  validateSearch: customerSearch,
  component: lazyRouteComponent(() => import('./routes/customer'), 'CustomerRoute'),
});

const importsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./routes/imports'), 'ImportsRoute'),
});

const newImportRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('./routes/new-import'), 'NewImportRoute'),
});

const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./routes/import'), 'ImportRoute'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sources',
  component: lazyRouteComponent(() => import('./routes/sources'), 'SourcesRoute'),
});

const newSourceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/new-source',
  component: lazyRouteComponent(() => import('./routes/new-source'), 'NewSourceRoute'),
});

const sourceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sources/$sourceKey',
  component: lazyRouteComponent(() => import('./routes/source'), 'SourceRoute'),
});

const liveRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/live',
  validateSearch: liveSearch,
  component: lazyRouteComponent(() => import('./routes/live'), 'LiveRoute'),
});

const webhooksRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./routes/webhooks'), 'WebhooksRoute'),
});

const newWebhookRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/new-webhook',
  component: lazyRouteComponent(() => import('./routes/new-webhook'), 'NewWebhookRoute'),
});

const webhookRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/webhooks/$webhookId',
  validateSearch: webhookSearch,
  component: lazyRouteComponent(() => import('./routes/webhook'), 'WebhookRoute'),
});

const pipelineRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/pipeline',
  component: lazyRouteComponent(() => import('./routes/pipeline'), 'PipelineRoute'),
});

const catalogueRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/catalogue',
  validateSearch: catalogueSearch,
  component: lazyRouteComponent(() => import('./routes/catalogue'), 'CatalogueRoute'),
});

const catalogueEventRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/catalogue/$eventName',
  component: lazyRouteComponent(() => import('./routes/catalogue-event'), 'CatalogueEventRoute'),
});

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/settings'), 'SettingsRoute'),
});

const newWorkspaceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/new-workspace',
  component: lazyRouteComponent(() => import('./routes/new-workspace'), 'NewWorkspaceRoute'),
});

const workspaceSettingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/workspace',
  component: lazyRouteComponent(() => import('./routes/workspace-settings'), 'WorkspaceSettingsRoute'),
});

const identityRulesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/identity',
  component: lazyRouteComponent(() => import('./routes/identity-rules'), 'IdentityRulesRoute'),
});

const erasuresRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/erasures',
  component: lazyRouteComponent(() => import('./routes/erasures'), 'ErasuresRoute'),
});

const systemRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/system',
  component: lazyRouteComponent(() => import('./routes/system'), 'SystemRoute'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  signedOutRoute,
  workspaceRoute.addChildren([
    overviewRoute,
    segmentsRoute,
    rfmSettingsRoute,
    newSegmentRoute,
    segmentLibraryRoute,
    segmentComparisonRoute,
    formerLibraryRoute,
    formerComparisonRoute,
    editSegmentRoute,
    segmentRoute,
    customersRoute,
    companiesRoute,
    companyRoute,
    customerRoute,
    importsRoute,
    newImportRoute,
    importRoute,
    sourcesRoute,
    newSourceRoute,
    sourceRoute,
    liveRoute,
    webhooksRoute,
    newWebhookRoute,
    webhookRoute,
    pipelineRoute,
    catalogueRoute,
    catalogueEventRoute,
    settingsRoute,
    newWorkspaceRoute,
    workspaceSettingsRoute,
    identityRulesRoute,
    erasuresRoute,
    systemRoute,
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: RouteFailure,
    defaultPendingComponent: RoutePending,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
