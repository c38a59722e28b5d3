import { ActionIcon } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { ProblemMessage } from '@/components/problem-message';
import { QueryView } from '@/components/query-view';
import { StateMessage } from '@/components/state-message';
import { TileSkeleton } from '@/components/tile-skeleton';
import { comparisonQuery } from '@/features/segments/api/compare-segments';
import { allSegmentsQuery } from '@/features/segments/api/get-segments';
import { CompareWith } from '@/features/segments/comparison/compare-with';
import { Differences } from '@/features/segments/comparison/differences';
import { FiguresTable } from '@/features/segments/comparison/figures-table';
import { OverlapBar } from '@/features/segments/comparison/overlap-bar';
import { formatValue } from '@/lib/format/values';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { ComparisonSearch } from '../search-params';
import styles from './segment-comparison.module.css';

const route = getRouteApi('/w/$workspace/segment-comparison');

export function SegmentComparisonRoute() {
  const { key: workspace } = useWorkspace();
  const { a, b } = route.useSearch();
  const navigate = route.useNavigate();
  const segments = useQuery(allSegmentsQuery(workspace));
  const chosen = a !== undefined && b !== undefined && a !== b;
  const comparison = useQuery({ ...comparisonQuery(workspace, a ?? '', b ?? ''), enabled: chosen });
  const known = segments.data?.items ?? [];

  function ask(part: ComparisonSearch) {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  }

  return (
    <Page
      title="Compare two segments"
      eyebrow={
        <AnchorLink to="/w/$workspace/segments" params={{ workspace }}>
          Segments
        </AnchorLink>
      }
      lead="Who is in both, and what tells their members apart."
    >
      <div className={styles.choice}>
        <CompareWith label="This one" segments={known} value={a} onChange={(key) => ask({ a: key })} />
        <ActionIcon variant="default" size="lg" aria-label="Swap the two" disabled={!a && !b} onClick={() => ask({ a: b, b: a })}>
          <IconArrowsExchange size={17} aria-hidden="true" />
        </ActionIcon>
        <CompareWith label="With this one" segments={known} value={b} onChange={(key) => ask({ b: key })} />
      </div>
      {chosen ? (
        <QueryView query={comparison} skeleton={<TileSkeleton tiles={260} label="Loading the comparison" />}>
          {(data) => (
            <>
              <Panel title="Who is in both">
                <OverlapBar comparison={data} />
              </Panel>
              <Panel title="Side by side" flush>
                <FiguresTable comparison={data} />
              </Panel>
              <div className={styles.halves}>
                <Panel title="What they are" description={`Where they differ most${data.isSampled ? ', from a sample of each' : ''}.`}>
                  <Differences
                    comparison={data}
                    caption="Traits that differ most"
                    none="What is known of them is much the same."
                    differences={data.traits.map(({ path, value, shareA, shareB }) => ({ id: `${path} ${value}`, name: `${path} is ${formatValue(value)}`, shareA, shareB }))}
                  />
                </Panel>
                <Panel title="What they do" description={`Who did it in the last 90 days, where they differ most${data.isSampled ? ', from a sample of each' : ''}.`}>
                  <Differences
                    comparison={data}
                    caption="Events that differ most"
                    none="They do much the same."
                    differences={data.events.map(({ name, shareA, shareB }) => ({ id: name, name, shareA, shareB }))}
                  />
                </Panel>
              </div>
            </>
          )}
        </QueryView>
      ) : (
        <Panel title="Comparison">
          {segments.isError ? (
            <ProblemMessage error={segments.error} onRetry={() => void segments.refetch()} />
          ) : (
            <StateMessage mood="empty" title={a !== undefined && a === b ? 'That is the same segment twice' : 'Choose two segments'}>
              How many are in both, their figures side by side, and the largest differences in what they are and do.
            </StateMessage>
          )}
        </Panel>
      )}
    </Page>
  );
}
