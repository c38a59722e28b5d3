import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { companiesQuery } from '@/features/companies/api/get-companies';
import { CompaniesTable } from '@/features/companies/components/companies-table';
import { usePaging } from '@/lib/use-paging';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { PeopleOrCompanies } from './people-or-companies';

const route = getRouteApi('/w/$workspace/customers/companies');
const typingPauseMs = 180;

export function CompaniesRoute() {
  const { key: workspace } = useWorkspace();
  const { search, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(search ?? '');
  const companies = useQuery(companiesQuery(workspace, { search, cursor }));
  const paging = usePaging(cursor, companies.data?.next, (next) => void navigate({ search: (before) => ({ ...before, cursor: next }) }));
  const ask = (wanted: string) => void navigate({ search: { search: wanted.trim() || undefined }, replace: true, resetScroll: false });
  const searchSoon = useDebouncedCallback(ask, typingPauseMs);
  const found = companies.data && search && !companies.isPlaceholderData ? companies.data.items.length : null;
  return (
    <Page title="Companies" lead="Whom your customers belong to, as group calls say." actions={<PeopleOrCompanies shown="companies" />}>
      <Panel
        title="All companies"
        flush
        actions={
          <div role="search">
            <TextInput
              aria-label="Search companies"
              placeholder="Name or id"
              type="search"
              leftSection={<IconSearch size={16} aria-hidden="true" />}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                searchSoon(event.currentTarget.value);
              }}
            />
          </div>
        }
      >
        <VisuallyHidden role="status">{found === null ? '' : found === 0 ? 'No company matches' : `${String(found)} companies shown`}</VisuallyHidden>
        <QueryView
          query={companies}
          skeleton={<TableSkeleton rows={10} label="Loading the companies" />}
          isEmpty={({ items }) => items.length === 0}
          empty={
            search ? (
              <StateMessage
                mood="empty"
                title="No company matches"
                actions={
                  <Button
                    variant="default"
                    size="sm"
                    onClick={() => {
                      setText('');
                      ask('');
                    }}
                  >
                    Show all companies
                  </Button>
                }
              >
                Try a part of a name or of an id.
              </StateMessage>
            ) : (
              <StateMessage
                mood="empty"
                title="No companies yet"
                actions={
                  <ButtonLink variant="default" size="sm" to="/w/$workspace/sources" params={{ workspace }}>
                    Set up a source
                  </ButtonLink>
                }
              >
                They appear with the first group call: <code>analytics.group(…)</code> in your pages or your server.
              </StateMessage>
            )
          }
        >
          {({ items }) => (
            <>
              <CompaniesTable companies={items} waiting={companies.isPlaceholderData} />
              <Pager label="Pages of companies" paging={paging} />
            </>
          )}
        </QueryView>
      </Panel>
    </Page>
  );
}
