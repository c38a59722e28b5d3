import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DataTable } from '@/components/data-table';
import { Figure } from '@/components/figure';
import { Figures } from '@/components/figures';
import { AnchorLink } from '@/components/links';
import { MissingMessage } from '@/components/missing-message';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { StateMessage } from '@/components/state-message';
import { TimeAgo } from '@/components/time-ago';
import { TileSkeleton } from '@/components/tile-skeleton';
import { anomaliesQuery, eventQuery } from '@/features/catalogue/api/get-catalogue';
import { Anomalies } from '@/features/catalogue/components/anomalies';
import { EventVolume } from '@/features/catalogue/components/event-volume';
import { ValuesTable } from '@/features/catalogue/components/values-table';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { formatText } from '@/lib/format/text';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const route = getRouteApi('/w/$workspace/catalogue/$eventName');

export function CatalogueEventRoute() {
  const { key: workspace } = useWorkspace();
  const { eventName } = route.useParams();
  const details = useQuery(eventQuery(workspace, eventName));
  const anomalies = useQuery(anomaliesQuery(workspace)).data?.items.filter(({ event }) => event === eventName) ?? [];
  const back = (
    <AnchorLink to="/w/$workspace/catalogue" params={{ workspace }}>
      Catalogue
    </AnchorLink>
  );
  if (!details.data) {
    return (
      <Page title={eventName} eyebrow={back}>
        {details.isError ? <MissingMessage error={details.error} onRetry={() => void details.refetch()} title="There is no such event" text="It was never received under this name." list="/w/$workspace/catalogue" listName="All events" /> : <TileSkeleton tiles={160} label="Loading the event" />}
      </Page>
    );
  }
  const { event, properties, versions } = details.data;
  return (
    <Page title={event.name} eyebrow={back} lead={event.planned === false ? 'Not in the tracking plan.' : undefined}>
      <Figures>
        <Figure label="Calls" value={formatCount(event.calls)} note={event.sources.length === 0 ? 'all imported' : `sent by ${event.sources.join(', ')}, or imported`} />
        <Figure label="In 24 hours" value={formatCount(event.callsOfLastDay)} note="as of a minute ago at most" />
        <Figure label="First seen" value={formatDate(event.firstSeen)} />
        <Figure label="Last seen" value={formatDate(event.lastSeen)} note={<TimeAgo time={event.lastSeen} />} />
      </Figures>
      <Anomalies anomalies={anomalies} />
      <Panel title="Calls a day" description="The last 30 days, by the day in UTC.">
        <EventVolume name={event.name} callsByDay={event.callsByDay} />
      </Panel>
      <Panel title="Properties" description="Shares are of the calls that have them; counts are about right when there are many customers." flush>
        {properties.length === 0 ? (
          <StateMessage mood="empty" title="No properties">
            Its calls carry nothing but their name.
          </StateMessage>
        ) : (
          <ValuesTable caption={`Properties of ${event.name}`} kind="Property" values={properties} />
        )}
      </Panel>
      {versions.length > 0 ? (
        <Panel title="Who sends it" description="In the last 30 days." flush>
          <DataTable
            caption={`Sources of ${event.name}`}
            rows={versions}
            rowKey={({ source, appVersion }) => `${source} ${appVersion}`}
            columns={[
              { id: 'source', header: 'Source', cell: ({ source }) => source || 'imported' },
              { id: 'version', header: 'Version of the app', cell: ({ appVersion }) => formatText(appVersion) },
              { id: 'calls', header: 'Calls', numeric: true, cell: ({ calls }) => formatCount(calls) },
              { id: 'last', header: 'Last', from: 'medium', cell: ({ lastSeen }) => <TimeAgo time={lastSeen} /> },
            ]}
          />
        </Panel>
      ) : null}
    </Page>
  );
}
