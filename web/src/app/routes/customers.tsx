import { Button, Select, TextInput } from '@mantine/core';
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
import { SegmentTile } from '@/components/segment-name';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { profilesQuery } from '@/features/profiles/api/get-profiles';
import { ProfilesTable } from '@/features/profiles/components/profiles-table';
import { segmentsQuery } from '@/features/segments/api/get-segments';
import { usePaging } from '@/lib/use-paging';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';
import type { CustomersSearch } from '../search-params';
import styles from './customers.module.css';

const route = getRouteApi('/w/$workspace/customers');
const pageSize = 25;
const defaultSort = '-revenue';
const typingPauseMs = 250;

export function CustomersRoute() {
  const { key: workspace } = useWorkspace();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(search.search ?? '');
  const sort = search.sort ?? defaultSort;
  const segments = useQuery(segmentsQuery(workspace));
  const profiles = useQuery(
    profilesQuery(workspace, {
      limit: pageSize,
      sort,
      ...(search.search ? { search: search.search } : {}),
      ...(search.segment ? { segment: search.segment } : {}),
      ...(search.cursor ? { cursor: search.cursor } : {}),
    }),
  );

  // A new question starts at its first page.
  function ask(part: CustomersSearch) {
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...part }), replace: !part.cursor, resetScroll: false });
  }

  const searchSoon = useDebouncedCallback((value: string) => {
    ask({ search: value.trim() || undefined });
  }, typingPauseMs);
  const paging = usePaging(search.cursor, profiles.data?.next, (cursor) => {
    void navigate({ search: (before) => ({ ...before, cursor }) });
  });
  const filtered = Boolean(search.search ?? search.segment);

  return (
    <Page title="Customers" lead="Everyone who is known: those who have bought, with what they are worth and where they belong, and those who have not yet.">
      <Panel
        title={search.segment ? (segments.data?.items.find(({ key }) => key === search.segment)?.name ?? 'Customers') : 'Everyone'}
        flush
        actions={
          <div className={styles.filters} role="search">
            <TextInput
              aria-label="Search customers"
              placeholder="Name, e-mail or identifier"
              leftSection={<IconSearch size={16} aria-hidden="true" />}
              type="search"
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                searchSoon(event.currentTarget.value);
              }}
            />
            <Select
              aria-label="Segment"
              placeholder="Every segment"
              clearable
              searchable={false}
              data={(segments.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
              value={search.segment ?? null}
              leftSection={search.segment ? <SegmentTile segmentKey={search.segment} size="12px" /> : undefined}
              renderOption={({ option }) => (
                <span className={styles.option}>
                  <SegmentTile segmentKey={option.value} size="12px" />
                  {option.label}
                </span>
              )}
              onChange={(segment) => {
                ask({ segment: segment ?? undefined });
              }}
            />
          </div>
        }
      >
        <QueryView
          query={profiles}
          skeleton={
            <div className={styles.skeleton}>
              <LineSkeleton lines={12} label="Loading the customers" />
            </div>
          }
          isEmpty={({ items }) => items.length === 0}
          empty={
            filtered ? (
              <StateMessage
                mood="empty"
                title="Nobody matches"
                actions={
                  <Button
                    variant="default"
                    size="sm"
                    onClick={() => {
                      setText('');
                      ask({ search: undefined, segment: undefined });
                    }}
                  >
                    Show everyone
                  </Button>
                }
              >
                Try a part of a name or an identifier, or another segment.
              </StateMessage>
            ) : (
              <NothingYet inset askedAt={profiles.dataUpdatedAt}>
                <StateMessage
                  mood="empty"
                  title="No customers yet"
                  actions={
                    <ButtonLink to="/w/$workspace/imports/new" params={{ workspace }}>
                      Import your orders
                    </ButtonLink>
                  }
                >
                  They appear with the first file that names them.
                </StateMessage>
              </NothingYet>
            )
          }
        >
          {({ items }) => (
            <>
              <ProfilesTable
                profiles={items}
                waiting={profiles.isPlaceholderData}
                sorting={{
                  value: sort,
                  onChange: (value) => {
                    ask({ sort: value === defaultSort ? undefined : value });
                  },
                }}
              />
              <Pager label="Pages of customers" paging={paging} />
            </>
          )}
        </QueryView>
      </Panel>
    </Page>
  );
}
