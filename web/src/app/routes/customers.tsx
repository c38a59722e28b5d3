import { Button, Select, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '@/components/page';
import { Pager } from '@/components/pager';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { SegmentTile } from '@/components/segment-name';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton } from '@/components/tile-skeleton';
import { type ProfileList, profilesQuery } from '@/features/profiles/api/get-profiles';
import { lastColumns, readColumns, rememberColumns, traitOf, usualColumns, writeColumns } from '@/features/profiles/chosen-columns';
import { ColumnChooser } from '@/features/profiles/components/column-chooser';
import { ProfilesTable } from '@/features/profiles/components/profiles-table';
import { segmentsQuery } from '@/features/segments/api/get-segments';
import { usePaging } from '@/lib/use-paging';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';
import { WaysIn } from '../arrival/ways-in';
import type { CustomersSearch } from '../search-params';
import styles from './customers.module.css';
import { PeopleOrCompanies } from './people-or-companies';

const route = getRouteApi('/w/$workspace/customers');
const pageSize = 25;
const defaultSort = '-revenue';
const typingPauseMs = 250;

/** What a search came to, for those who hear the page. */
function foundWords({ items, next }: ProfileList): string {
  if (items.length === 0) return 'Nobody matches';
  return items.length === 1 ? 'One customer matches' : `${String(items.length)} customers match${next ? ', and more on the next page' : ''}`;
}

export function CustomersRoute() {
  const { key: workspace } = useWorkspace();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(search.search ?? '');
  // Who fits best comes first while one searches, unless another order was asked for.
  const sort = search.sort ?? (search.search ? '' : defaultSort);
  const columns = readColumns(search.columns) ?? lastColumns(workspace) ?? usualColumns;
  const traits = columns.map(traitOf).filter((trait) => trait !== null);
  const segments = useQuery(segmentsQuery(workspace));
  const profiles = useQuery(
    profilesQuery(workspace, {
      limit: pageSize,
      ...(sort ? { sort } : {}),
      ...(traits.length > 0 ? { columns: traits.join(',') } : {}),
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

  function choose(chosen: readonly string[]) {
    rememberColumns(workspace, chosen);
    void navigate({ search: (before) => ({ ...before, columns: writeColumns(chosen) }), replace: true, resetScroll: false });
  }

  const filtered = Boolean(search.search ?? search.segment);

  return (
    <Page title="Customers" lead="Everyone who is known: those who have bought, with what they are worth and where they belong, and those who have not yet." actions={<PeopleOrCompanies shown="people" />}>
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
            <ColumnChooser chosen={columns} onChange={choose} />
          </div>
        }
      >
        <VisuallyHidden role="status">{profiles.data && search.search && !profiles.isPlaceholderData ? foundWords(profiles.data) : ''}</VisuallyHidden>
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
                  actions={<WaysIn />}
                >
                  They appear with the first file that names them, and with the first call that a source sends.
                </StateMessage>
              </NothingYet>
            )
          }
        >
          {({ items }) => (
            <>
              <ProfilesTable
                profiles={items}
                columns={columns}
                waiting={profiles.isPlaceholderData}
                sorting={{
                  value: sort,
                  onChange: (value) => {
                    ask({ sort: value === defaultSort && !search.search ? undefined : value });
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
