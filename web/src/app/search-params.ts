import { optionalChoice, optionalText, type RawSearch } from '@/lib/search';

/** What the addresses of the screens may carry after the question mark. */

export const periods = ['all', '12m', '90d', '30d'] as const;
export const intervals = ['month', 'week', 'day'] as const;
export const measures = ['revenue', 'orders', 'customers', 'newCustomers'] as const;
export const heats = ['customers', 'revenue'] as const;
export const customerTabs = ['orders', 'events', 'traits'] as const;

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

export interface CustomersSearch extends PagedSearch {
  search?: string | undefined;
  segment?: string | undefined;
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

export function customersSearch(search: RawSearch): CustomersSearch {
  return { ...pagedSearch(search), search: optionalText(search, 'search'), segment: optionalText(search, 'segment') };
}

export function customerSearch(search: RawSearch): CustomerSearch {
  return { tab: optionalChoice(search, 'tab', customerTabs) };
}
