import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChartSkeleton } from '@/components/chart/chart-skeleton';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { AnchorLink, ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TableSkeleton } from '@/components/tile-skeleton';
import { type CatalogueEvent, eventsQuery } from '@/features/catalogue/api/get-catalogue';
import { EventVolume } from '@/features/catalogue/components/event-volume';
import { EventsTable } from '@/features/catalogue/components/events-table';
import { importsQuery } from '@/features/imports/api/get-imports';
import { isRunning } from '@/features/imports/import-state';
import { allSegmentsQuery } from '@/features/segments/api/get-segments';
import { previewQuery } from '@/features/segments/api/preview-definition';
import { SegmentList } from '@/features/segments/components/segment-list';
import { foundSegments } from '@/features/segments/sort-segments';
import { formatCount, formatShare, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { FirstImport } from './first-import';
import { LastAttempt } from './last-attempt';

const eventsShown = 8;
const noEvents: ReadonlyMap<string, string> = new Map();

interface WithoutOrdersProps {
  knownProfiles: number;
  /** When the figures were asked for last. */
  askedAt: number;
}

/** The overview of a workspace without orders: of its people and what they do where there are any, else what to begin with. */
export function WithoutOrders({ knownProfiles, askedAt }: WithoutOrdersProps) {
  const { key: workspace } = useWorkspace();
  const isImporting = useQuery(importsQuery(workspace)).data?.items.some(({ state }) => isRunning(state)) ?? false;
  // While a file is on its way, how far it is says more than the half of it that is there.
  return knownProfiles === 0 || isImporting ? <FirstImport askedAt={askedAt} /> : <PeopleOverview knownProfiles={knownProfiles} />;
}

function PeopleOverview({ knownProfiles }: { knownProfiles: number }) {
  const { key: workspace, name } = useWorkspace();
  const events = useQuery(eventsQuery(workspace));
  return (
    <Page title="Overview" lead={`${name}: who is here, and what they do.`}>
      <LastAttempt />
      <PeopleFigures knownProfiles={knownProfiles} />
      <p>
        Revenue, orders and RFM segments show here with the first order:{' '}
        <AnchorLink to="/w/$workspace/imports/new" params={{ workspace }}>
          import a file of orders
        </AnchorLink>
        , or send <code>Order Completed</code> from{' '}
        <AnchorLink to="/w/$workspace/sources" params={{ workspace }}>
          your source
        </AnchorLink>
        .
      </p>
      <Panel title="Events a day" description="The last 30 days, today included.">
        <QueryView query={events} skeleton={<ChartSkeleton height={220} />} isEmpty={({ items }) => items.length === 0} empty={<NoEvents />}>
          {({ items }) => <EventVolume name="all events" callsByDay={together(items)} />}
        </QueryView>
      </Panel>
      <OwnSegments />
      <Panel
        title="What they do most"
        flush
        actions={
          <AnchorLink size="sm" to="/w/$workspace/catalogue" params={{ workspace }}>
            All events
          </AnchorLink>
        }
      >
        <QueryView query={events} skeleton={<TableSkeleton rows={eventsShown} rowHeight={51} label="Loading the events" />} isEmpty={({ items }) => items.length === 0} empty={<NoEvents />}>
          {({ items }) => <EventsTable events={items.toSorted((one, other) => other.calls - one.calls).slice(0, eventsShown)} odd={noEvents} />}
        </QueryView>
      </Panel>
    </Page>
  );
}

/** The calls of all events on each day. */
function together(events: readonly CatalogueEvent[]): number[] {
  const days = Math.max(...events.map(({ callsByDay }) => callsByDay.length));
  return Array.from({ length: days }, (_, day) => events.reduce((sum, { callsByDay }) => sum + (callsByDay[day] ?? 0), 0));
}

function NoEvents() {
  const { key: workspace } = useWorkspace();
  return (
    <StateMessage
      mood="empty"
      title="No events yet"
      actions={
        <ButtonLink variant="default" size="sm" to="/w/$workspace/sources" params={{ workspace }}>
          Set up a source
        </ButtonLink>
      }
    >
      A source is a key and a snippet to paste: what people do then arrives live.
    </StateMessage>
  );
}

function PeopleFigures({ knownProfiles }: { knownProfiles: number }) {
  return (
    <Figures>
      <Figure label="Customers" value={formatCount(knownProfiles)} note="everyone known, visitors included" />
      <CountedFigure label="Active this week" definition="did any event in the last 7 days" note="did anything in 7 days" />
      <CountedFigure label="Active this month" definition="did any event in the last 30 days" note="did anything in 30 days" />
      <CountedFigure label="New this month" definition="first did any event within the last 30 days" note="came in 30 days" />
    </Figures>
  );
}

/** How many a definition holds for: by a sample where there are very many. */
function CountedFigure({ label, definition, note }: { label: string; definition: string; note: string }) {
  const { key: workspace } = useWorkspace();
  const { data, isError } = useQuery(previewQuery(workspace, definition, 'sampled'));
  if (!data) return <Figure label={label} value={nothing} note={isError ? 'could not be counted' : 'being counted …'} />;
  return <Figure label={label} value={`${data.exact ? '' : '≈ '}${formatCount(data.count)}`} note={`${formatShare(data.share)} of all ${note}`} />;
}

function OwnSegments() {
  const { key: workspace } = useWorkspace();
  const [sort, setSort] = useState('-size');
  const segments = useQuery(allSegmentsQuery(workspace));
  return (
    <Panel title="Segments" flush>
      <QueryView
        query={segments}
        skeleton={<TableSkeleton rows={4} rowHeight={61} label="Loading the segments" />}
        isEmpty={({ items }) => items.every(({ kind }) => kind !== 'rule')}
        empty={
          <StateMessage
            mood="empty"
            title="No segments yet"
            actions={
              <>
                <ButtonLink size="sm" to="/w/$workspace/segment-library" params={{ workspace }}>
                  Take a ready one
                </ButtonLink>
                <ButtonLink variant="default" size="sm" to="/w/$workspace/new-segment" params={{ workspace }}>
                  Write your own
                </ButtonLink>
              </>
            }
          >
            Who works every day, who has stopped coming, who has just arrived: the library has ready ones that ask about events alone.
          </StateMessage>
        }
      >
        {({ items }) => <SegmentList segments={foundSegments(items, { kind: 'rule', search: '', sort })} sorting={{ value: sort, onChange: setSort }} />}
      </QueryView>
    </Panel>
  );
}
