import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SegmentName, SegmentTile } from '@/components/segment-name';
import { classes } from '@/lib/classes';
import { formatCount, formatMoney, formatMoneyCompact, formatMoneyWhole, formatShare } from '@/lib/format/numbers';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { RfmCell, RfmModel } from '../api/get-rfm';
import styles from './rfm-grid.module.css';

export type Heat = 'customers' | 'revenue';

const scores = [1, 2, 3, 4, 5];
const heatSteps = 5;

/** Which of the five heats a cell wears; the square root keeps small cells apart. */
function heatOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.ceil(Math.sqrt(value / most) * heatSteps));
}

interface CellDetailsProps {
  cell: RfmCell;
  customers: number;
  names: Map<string, string>;
}

function CellDetails({ cell, customers, names }: CellDetailsProps) {
  const { key: workspace, currency } = useWorkspace();
  return (
    <div className={styles.details}>
      <div>
        <p className={styles.coordinates}>
          Recency {cell.recency} · Frequency {cell.frequency}
        </p>
        <p className={styles.big}>{formatCount(cell.customers)}</p>
        <p className={styles.of}>
          {cell.customers === 1 ? 'customer' : 'customers'}, {formatShare(customers > 0 ? cell.customers / customers : 0)} of all
        </p>
      </div>
      <dl className={styles.pairs}>
        <dt>Revenue</dt>
        <dd>{formatMoneyWhole(cell.revenue, currency)}</dd>
        <dt>Per customer</dt>
        <dd>{formatMoney(cell.averageMonetary, currency)}</dd>
      </dl>
      <ul className={styles.within}>
        {cell.segments.map(({ key, size }) => (
          <li key={key}>
            <Link to="/w/$workspace/segments/$segmentKey" params={{ workspace, segmentKey: key }}>
              <SegmentName segmentKey={key} name={names.get(key) ?? key} />
            </Link>
            <span>{formatCount(size)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The grid on its way: its cells, still empty. */
export function RfmGridSkeleton() {
  return (
    <div role="status">
      <span className={styles.sr}>Loading the grid</span>
      <div className={styles.layout} aria-hidden="true">
        <div className={styles.plot}>
          <div className={styles.grid}>
            {scores.map((frequency) => (
              <div key={frequency} className={styles.blankRow} />
            ))}
            <p className={styles.axis}>{'\u00a0'}</p>
          </div>
          <p className={styles.across}>{'\u00a0'}</p>
        </div>
        <div className={classes(styles.details, styles.blankDetails)} />
      </div>
    </div>
  );
}

interface RfmGridProps {
  model: RfmModel;
  heat: Heat;
}

/** Recency across, frequency upwards: 25 cells, each with its number, its segment and its heat. */
export function RfmGrid({ model, heat }: RfmGridProps) {
  const { key: workspace, currency } = useWorkspace();
  const [chosen, setChosen] = useState<{ recency: number; frequency: number } | null>(null);
  const names = new Map(model.segments.map(({ key, name }) => [key, name]));
  const valueOf = (cell: RfmCell) => (heat === 'customers' ? cell.customers : cell.revenue);
  const most = Math.max(...model.grid.map(valueOf), 0);
  const at = (recency: number, frequency: number) => model.grid.find((cell) => cell.recency === recency && cell.frequency === frequency);
  const fullest = model.grid.reduce<RfmCell | undefined>((best, cell) => (best && valueOf(best) >= valueOf(cell) ? best : cell), undefined);
  const shown = (chosen && at(chosen.recency, chosen.frequency)) ?? fullest;

  function cellOf(recency: number, frequency: number) {
    const cell = at(recency, frequency);
    const segment = cell?.segments[0];
    if (!cell || !segment || cell.customers === 0) return <span className={styles.none} aria-label={`Recency ${String(recency)}, frequency ${String(frequency)}: no customers`} role="img" />;
    const others = cell.segments.length - 1;
    const name = names.get(segment.key) ?? segment.key;
    const choose = () => {
      setChosen({ recency, frequency });
    };
    return (
      <Link
        className={classes(styles.cell, cell === shown && styles.shown)}
        data-heat={heatOf(valueOf(cell), most)}
        to="/w/$workspace/segments/$segmentKey"
        params={{ workspace, segmentKey: segment.key }}
        onMouseEnter={choose}
        onFocus={choose}
        aria-label={`Recency ${String(recency)}, frequency ${String(frequency)}: ${formatCount(cell.customers)} customers, ${formatMoney(cell.revenue, currency)}, ${name}${others > 0 ? ` and ${String(others)} more` : ''}`}
      >
        <span className={styles.number}>{heat === 'customers' ? formatCount(cell.customers) : formatMoneyCompact(cell.revenue, currency)}</span>
        <span className={styles.segment}>
          <SegmentTile segmentKey={segment.key} size="9px" />
          <span className={styles.label}>
            {name}
            {others > 0 ? ` +${String(others)}` : ''}
          </span>
        </span>
      </Link>
    );
  }

  return (
    <div className={styles.layout}>
      <div className={styles.plot}>
        <table className={styles.grid}>
          <caption className={styles.sr}>RFM grid: customers and revenue by recency score and frequency score</caption>
          <colgroup>
            <col className={styles.scale} />
          </colgroup>
          <tbody>
            {scores.toReversed().map((frequency) => (
              <tr key={frequency}>
                <th scope="row" className={styles.axis}>
                  <span className={styles.sr}>Frequency </span>
                  {frequency}
                </th>
                {scores.map((recency) => (
                  <td key={recency}>{cellOf(recency, frequency)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <td className={styles.axis} />
              {scores.map((recency) => (
                <th key={recency} scope="col" className={styles.axis}>
                  <span className={styles.sr}>Recency </span>
                  {recency}
                </th>
              ))}
            </tr>
          </tbody>
        </table>
        <p className={styles.across} aria-hidden="true">
          <span>long ago</span>
          <b>Recency</b>
          <span>just now</span>
        </p>
        <p className={styles.upwards} aria-hidden="true">
          <span>seldom</span>
          <b>Frequency</b>
          <span>often</span>
        </p>
      </div>
      {shown ? <CellDetails cell={shown} customers={model.customers} names={names} /> : null}
    </div>
  );
}
