import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { Sparkline } from '@/components/sparkline';
import { StatusBadge } from '@/components/status-badge';
import { TimeAgo } from '@/components/time-ago';
import { formatDate } from '@/lib/format/dates';
import { formatCompact, formatCount, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { CatalogueEvent } from '../api/get-catalogue';
import styles from './catalogue.module.css';

interface EventsTableProps {
  events: readonly CatalogueEvent[];
  /** What is odd about the volume of an event, by its name. */
  odd: ReadonlyMap<string, string>;
}

/** Every event, how often it comes, and since when. */
export function EventsTable({ events, odd }: EventsTableProps) {
  const { key: workspace } = useWorkspace();
  return (
    <DataTable
      caption="Events"
      rows={events}
      rowKey={({ name }) => name}
      columns={[
        {
          id: 'name',
          header: 'Event',
          cell: ({ name, planned }) => (
            <span className={styles.named}>
              <AnchorLink c="inherit" fw={550} to="/w/$workspace/catalogue/$eventName" params={{ workspace, eventName: name }}>
                {name}
              </AnchorLink>
              {odd.has(name) ? (
                <span title={odd.get(name)}>
                  <StatusBadge tone="attention">Odd volume</StatusBadge>
                </span>
              ) : null}
              {planned === false ? <StatusBadge tone="quiet">Not planned</StatusBadge> : null}
            </span>
          ),
        },
        { id: 'days', header: 'Last 30 days', from: 'medium', cell: ({ name, callsByDay }) => <Sparkline values={callsByDay} label={`${name}: ${callsByDay.map(formatCompact).join(', ')} a day over the last 30 days`} /> },
        { id: 'calls', header: 'Calls', numeric: true, cell: ({ calls }) => formatCount(calls) },
        { id: 'day', header: 'In 24 hours', numeric: true, from: 'medium', cell: ({ callsOfLastDay }) => formatCount(callsOfLastDay) },
        { id: 'first', header: 'First seen', from: 'wide', cell: ({ firstSeen }) => formatDate(firstSeen) },
        { id: 'last', header: 'Last seen', from: 'medium', cell: ({ lastSeen }) => <TimeAgo time={lastSeen} /> },
        { id: 'sources', header: 'Sources', from: 'wide', cell: ({ sources }) => (sources.length === 0 ? 'imported' : sources.slice(0, 2).join(', ') + (sources.length > 2 ? ` and ${String(sources.length - 2)} more` : '')) || nothing },
      ]}
    />
  );
}
