import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TileSkeleton } from '@/components/tile-skeleton';
import { type RfmModel, rfmQuery } from '@/features/segments/api/get-rfm';
import { CutoffsTable } from '@/features/segments/components/cutoffs-table';
import { RfmOptionsForm } from '@/features/segments/components/rfm-options-form';
import { RulesTable } from '@/features/segments/components/rules-table';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { NothingYet } from '../arrival/nothing-yet';

function cutoffsNote({ state, customers, computedAt, referenceDate }: RfmModel): string | undefined {
  if (state === 'computing') return 'Scoring every customer anew …';
  return computedAt ? `${formatCount(customers)} customers, as of ${formatDate(referenceDate)}.` : undefined;
}

function Settings({ model, askedAt }: { model: RfmModel; askedAt: number }) {
  return (
    <>
      <Panel title="How customers are scored">
        <RfmOptionsForm key={JSON.stringify(model.options)} model={model} />
      </Panel>
      {model.problem ? (
        <StateMessage mood="error" title="The last scoring failed">
          {model.problem}
        </StateMessage>
      ) : null}
      <Panel title="Cut-offs now" flush description={cutoffsNote(model)}>
        {model.cutoffs ? (
          <CutoffsTable cutoffs={model.cutoffs} />
        ) : (
          <NothingYet inset askedAt={askedAt}>
            There is nobody to score yet.
          </NothingYet>
        )}
      </Panel>
      <Panel title="Which scores make which segment" description="r, f and m are the scores for recency, frequency and monetary value." flush>
        <RulesTable segments={model.segments} />
      </Panel>
    </>
  );
}

export function RfmSettingsRoute() {
  const { key: workspace } = useWorkspace();
  const rfm = useQuery(rfmQuery(workspace));
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
      <QueryView query={rfm} skeleton={<TileSkeleton tiles={160} label="Loading the settings" />}>
        {(model) => <Settings model={model} askedAt={rfm.dataUpdatedAt} />}
      </QueryView>
    </Page>
  );
}
