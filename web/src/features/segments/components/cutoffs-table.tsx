import { DataTable } from '@/components/data-table';
import { ScoreTiles } from '@/components/score-tiles';
import { formatCount, formatMoney, nothing } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { RfmModel } from '../api/get-rfm';
import { boundedScores } from '../rfm-form';

interface Bounds {
  score: number;
  recency: number | null | undefined;
  frequency: number | null | undefined;
  monetary: number | null | undefined;
}

/** What a score takes at present: the cut-offs that the model arrived at, best first. */
export function CutoffsTable({ cutoffs }: { cutoffs: NonNullable<RfmModel['cutoffs']> }) {
  const { currency } = useWorkspace();
  const rows: Bounds[] = boundedScores
    .map((score, index) => ({ score, recency: cutoffs.recency[index], frequency: cutoffs.frequency[index], monetary: cutoffs.monetary[index] }))
    .toReversed();
  return (
    <DataTable
      caption="Cut-offs of the scores"
      rows={[...rows, { score: 1, recency: undefined, frequency: undefined, monetary: undefined }]}
      rowKey={({ score }) => String(score)}
      columns={[
        { id: 'score', header: 'Score', cell: ({ score }) => <ScoreTiles size="small" label="Score" score={score} /> },
        { id: 'recency', header: 'Recency', numeric: true, cell: ({ score, recency }) => (score === 1 ? 'longer ago' : recency === null || recency === undefined ? nothing : `≤ ${formatCount(recency)} days`) },
        { id: 'frequency', header: 'Frequency', numeric: true, cell: ({ score, frequency }) => (score === 1 ? 'fewer' : frequency === null || frequency === undefined ? nothing : `≥ ${formatCount(frequency)} orders`) },
        { id: 'monetary', header: 'Monetary', numeric: true, cell: ({ score, monetary }) => (score === 1 ? 'less' : monetary === null || monetary === undefined ? nothing : `≥ ${formatMoney(monetary, currency)}`) },
      ]}
    />
  );
}
