import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { LineSkeleton, TileSkeleton } from '@/components/tile-skeleton';
import { rfmQuery } from '@/features/segments/api/get-rfm';
import { CutoffsTable } from '@/features/segments/components/cutoffs-table';
import { RfmOptionsForm } from '@/features/segments/components/rfm-options-form';
import { RulesTable } from '@/features/segments/components/rules-table';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';

export function RfmSettingsRoute() {
  const { key: workspace } = useWorkspace();
  const rfm = useQuery(rfmQuery(workspace));
  const model = rfm.data;
  return (
    <Page
      title="RFM settings"
      eyebrow={
        <AnchorLink to="/w/$workspace/segments" params={{ workspace }}>
          Segments
        </AnchorLink>
      }
      lead="Recency, frequency and monetary value: three scores from 1 to 5 that place everyone who has bought."
    >
      <Panel title="How customers are scored">
        <QueryView query={rfm} skeleton={<TileSkeleton tiles={90} label="Loading the settings" />}>
          {(loaded) => <RfmOptionsForm key={JSON.stringify(loaded.options)} model={loaded} />}
        </QueryView>
      </Panel>
      {model?.problem ? (
        <StateMessage mood="error" title="The last scoring failed">
          {model.problem}
        </StateMessage>
      ) : null}
      <Panel
        title="Cut-offs now"
        flush
        description={
          model?.state === 'computing'
            ? 'Scoring every customer anew …'
            : model?.computedAt
              ? `${formatCount(model.customers)} customers, as of ${formatDate(model.referenceDate)}.`
              : undefined
        }
      >
        <QueryView query={rfm} skeleton={<LineSkeleton lines={5} label="Loading the cut-offs" />}>
          {({ cutoffs }) => (cutoffs ? <CutoffsTable cutoffs={cutoffs} /> : <NothingYet inset askedAt={rfm.dataUpdatedAt}>There is nobody to score yet.</NothingYet>)}
        </QueryView>
      </Panel>
      <Panel title="Which scores make which segment" description="r, f and m are the scores for recency, frequency and monetary value." flush>
        <QueryView query={rfm} skeleton={<LineSkeleton lines={8} label="Loading the rules" />}>
          {({ segments }) => <RulesTable segments={segments} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
