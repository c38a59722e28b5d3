import { SegmentedControl } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { TileSkeleton } from '../tile-skeleton';
import styles from './chart.module.css';

const EChart = lazy(() => import('./echart'));

interface ChartProps {
  option: EChartsCoreOption;
  /** One sentence for those who do not see the drawing. */
  label: string;
  /** The same numbers as a table. */
  table: ReactNode;
  height?: number;
  /** Stands on the left above the chart, such as a choice of measure. */
  control?: ReactNode;
}

/** A chart that can always be read as a table instead. */
export function Chart({ option, label, table, height = 280, control }: ChartProps) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <div>
      <div className={styles.bar}>
        <div className={styles.control}>{control}</div>
        <SegmentedControl
          size="xs"
          aria-label="Show as"
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: <IconChartBar size={15} role="img" aria-label="Chart" /> },
            { value: 'table', label: <IconTable size={15} role="img" aria-label="Table" /> },
          ]}
        />
      </div>
      {view === 'chart' ? (
        <Suspense fallback={<TileSkeleton height={height} label="Loading the chart" />}>
          <EChart option={option} label={label} height={height} />
        </Suspense>
      ) : (
        <div className={styles.table} style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={`${label} As a table.`}>
          {table}
        </div>
      )}
    </div>
  );
}
