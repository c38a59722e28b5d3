import { optionalChoice, optionalText, type RawSearch } from '@/lib/search';

/** What the addresses of the screens may carry after the question mark. */

export const periods = ['all', '12m', '90d', '30d'] as const;
export const intervals = ['month', 'week', 'day'] as const;
export const measures = ['revenue', 'orders', 'customers', 'newCustomers'] as const;
export const heats = ['customers', 'revenue'] as const;
export const segmentKinds = ['all', 'rule', 'rfm'] as const;
export const liveTabs = ['arriving', 'refused'] as const;
export const deliveryStates = ['pending', 'delivered', 'dead'] as const;
export const catalogueTabs = ['events', 'traits', 'plan', 'violations'] as const;
export const customerTabs = ['orders', 'events', 'traits', 'identity'] as const;

export interface SignInSearch {
  next?: string | undefined;
}

export interface OverviewSearch {
  period?: (typeof periods)[number] | undefined;
  interval?: (typeof intervals)[number] | undefined;
  measure?: (typeof measures)[number] | undefined;
  heat?: (typeof heats)[number] | undefined;
}

export interface PagedSearch {
  sort?: string | undefined;
  cursor?: string | undefined;
}

export interface SegmentsSearch {
  kind?: (typeof segmentKinds)[number] | undefined;
  search?: string | undefined;
  sort?: string | undefined;
}

export interface ComparisonSearch {
  /** The keys of the two. */
  a?: string | undefined;
  b?: string | undefined;
}

export interface CopySearch {
  /** The key of the segment that a new one begins as a copy of. */
  from?: string | undefined;
}

export interface CustomersSearch extends PagedSearch {
  search?: string | undefined;
  segment?: string | undefined;
  /** The columns beside the name. */
  columns?: string | undefined;
}

export interface CompaniesSearch {
  search?: string | undefined;
  cursor?: string | undefined;
}

export interface LiveSearch {
  tab?: (typeof liveTabs)[number] | undefined;
  cursor?: string | undefined;
}

export interface WebhookSearch {
  state?: (typeof deliveryStates)[number] | undefined;
  cursor?: string | undefined;
}

export interface CatalogueSearch {
  tab?: (typeof catalogueTabs)[number] | undefined;
  search?: string | undefined;
}

export interface CustomerSearch {
  tab?: (typeof customerTabs)[number] | undefined;
}

export function signInSearch(search: RawSearch): SignInSearch {
  return { next: optionalText(search, 'next') };
}

export function overviewSearch(search: RawSearch): OverviewSearch {
  return {
    period: optionalChoice(search, 'period', periods),
    interval: optionalChoice(search, 'interval', intervals),
    measure: optionalChoice(search, 'measure', measures),
    heat: optionalChoice(search, 'heat', heats),
  };
}

export function pagedSearch(search: RawSearch): PagedSearch {
  return { sort: optionalText(search, 'sort'), cursor: optionalText(search, 'cursor') };
}

export function segmentsSearch(search: RawSearch): SegmentsSearch {
  return { kind: optionalChoice(search, 'kind', segmentKinds), search: optionalText(search, 'search'), sort: optionalText(search, 'sort') };
}

export function comparisonSearch(search: RawSearch): ComparisonSearch {
  return { a: optionalText(search, 'a'), b: optionalText(search, 'b') };
}

export function copySearch(search: RawSearch): CopySearch {
  return { from: optionalText(search, 'from') };
}

export function customersSearch(search: RawSearch): CustomersSearch {
  return { ...pagedSearch(search), search: optionalText(search, 'search'), segment: optionalText(search, 'segment'), columns: optionalText(search, 'columns') };
}

export function customerSearch(search: RawSearch): CustomerSearch {
  return { tab: optionalChoice(search, 'tab', customerTabs) };
}

export function liveSearch(search: RawSearch): LiveSearch {
  return { tab: optionalChoice(search, 'tab', liveTabs), cursor: optionalText(search, 'cursor') };
}

export function webhookSearch(search: RawSearch): WebhookSearch {
  return { state: optionalChoice(search, 'state', deliveryStates), cursor: optionalText(search, 'cursor') };
}

export function companiesSearch(search: RawSearch): CompaniesSearch {
  return { search: optionalText(search, 'search'), cursor: optionalText(search, 'cursor') };
}

export function catalogueSearch(search: RawSearch): CatalogueSearch {
  return { tab: optionalChoice(search, 'tab', catalogueTabs), search: optionalText(search, 'search') };
}
