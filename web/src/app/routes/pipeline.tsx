import { useQuery } from '@tanstack/react-query';
import { DataTable } from '@/components/data-table';
import { Facts } from '@/components/facts';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { TileSkeleton } from '@/components/tile-skeleton';
import { adviceFor } from '@/features/pipeline/advice';
import { type Pipeline, pipelineQuery } from '@/features/pipeline/api/get-pipeline';
import { AdviceList } from '@/features/pipeline/components/advice-list';
import { Differences, LiveFacts } from '@/features/pipeline/components/live-facts';
import { StageFlow } from '@/features/pipeline/components/stage-flow';
import { useRates } from '@/features/pipeline/use-rates';
import { formatClock, shownZone } from '@/lib/format/dates';
import { formatCount, formatDecimal, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './pipeline.module.css';

export function PipelineRoute() {
  const { key: workspace } = useWorkspace();
  const pipeline = useQuery(pipelineQuery(workspace));
  const rates = useRates(pipeline.data);
  return (
    <Page title="Pipeline" lead="From a call to a changed membership: how fast each stage is now, and what waits. For the whole installation.">
      <QueryView query={pipeline} skeleton={<TileSkeleton tiles={240} label="Loading the pipeline’s state" />}>
        {(now) => <Health now={now} rates={rates} />}
      </QueryView>
    </Page>
  );
}

function Health({ now, rates }: { now: Pipeline; rates: Readonly<Record<string, readonly number[]>> }) {
  const { at, stages, live, batches, partitions } = now;
  return (
    <>
      <AdviceList advice={adviceFor(now)} />
      <Panel title="The way of a call" description={`Calls a second, the mean of ten seconds, at ${formatClock(at)}, ${shownZone()}. Totals count from the start of the server.`}>
        <StageFlow stages={stages} rates={rates} />
      </Panel>
      <div className={styles.columns}>
        <Panel title="Live evaluation">
          <LiveFacts live={live} />
        </Panel>
        <Panel title="Storing and checking">
          <Facts
            facts={[
              { name: 'Calls in a batch', value: batches.rowsP50 === null ? 'none stored yet' : `${formatDecimal(batches.rowsP50, 0)} for half, ${formatDecimal(batches.rowsP99 ?? 0, 0)} for 99 of 100` },
              { name: 'Differences found', value: <Differences differences={live.differences} /> },
              { name: 'Senders', value: now.refusing ? 'told to come again later' : 'all taken' },
            ]}
          />
        </Panel>
      </div>
      <Panel title="Partitions of the log" description="Calls of one customer are always in the same partition. Up to its position everything of it is stored." flush>
        <DataTable
          caption="Partitions of the log"
          rows={partitions}
          rowKey={({ partition }) => String(partition)}
          columns={[
            { id: 'partition', header: 'Partition', cell: ({ partition }) => formatCount(partition) },
            { id: 'position', header: 'Stored up to', numeric: true, from: 'medium', cell: ({ position }) => formatCount(position) },
            { id: 'head', header: 'Received up to', numeric: true, from: 'medium', cell: ({ head }) => formatCount(head) },
            { id: 'behind', header: 'In between', numeric: true, cell: ({ behind }) => (behind === 0 ? nothing : formatCount(behind)) },
          ]}
        />
      </Panel>
    </>
  );
}
