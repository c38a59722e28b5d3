import { DataTable } from '@/components/data-table';
import { AnchorLink } from '@/components/links';
import { SegmentName } from '@/components/segment-name';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { RfmModel } from '../api/get-rfm';
import { ruleText } from '../rule-text';

/** The published rules in their present naming. */
export function RulesTable({ segments }: { segments: RfmModel['segments'] }) {
  const { key: workspace } = useWorkspace();
  return (
    <DataTable
      caption="Rules of the segments"
      rows={segments}
      rowKey={({ key }) => key}
      columns={[
        {
          id: 'name',
          header: 'Segment',
          cell: ({ key, name }) => (
            <AnchorLink c="inherit" to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }}>
              <SegmentName segmentKey={key} name={name} />
            </AnchorLink>
          ),
        },
        { id: 'rule', header: 'Rule', wrap: true, cell: ({ rule }) => ruleText(rule) },
        { id: 'description', header: 'In words', from: 'medium', wrap: true, cell: ({ description }) => description },
      ]}
    />
  );
}
