import { Fragment } from 'react';
import { DataTable } from '@/components/data-table';
import { ShareBar } from '@/components/share-bar';
import { formatCompact, formatWholeShare, nothing } from '@/lib/format/numbers';
import { formatValue } from '@/lib/format/values';
import type { CatalogueValue } from '../api/get-catalogue';
import styles from './catalogue.module.css';

const shownValues = 4;

interface ValuesTableProps {
  caption: string;
  /** What one of them is called: "Property" or "Trait". */
  kind: string;
  values: readonly CatalogueValue[];
}

/** Properties or traits: their types, how often they are there, and what they mostly are. */
export function ValuesTable({ caption, kind, values }: ValuesTableProps) {
  const hasShares = values.some(({ share }) => share !== null);
  return (
    <DataTable
      caption={caption}
      rows={values}
      rowKey={({ path }) => path}
      columns={[
        { id: 'path', header: kind, wrap: true, cell: ({ path }) => <BreakablePath path={path} /> },
        { id: 'types', header: 'Types', from: 'medium', cell: ({ types }) => types.join(', ').replaceAll('-', ' ') || nothing },
        hasShares
          ? { id: 'share', header: 'Present in', cell: ({ share }) => (share === null ? nothing : <ShareBar share={share} />) }
          : { id: 'count', header: 'Values seen', from: 'medium', numeric: true, cell: ({ count }) => `≈ ${formatCompact(count)}` },
        { id: 'values', header: 'Mostly', wrap: true, cell: (value) => <TopValues value={value} /> },
      ]}
    />
  );
}

/** A path may break behind its dots and underscores, and nowhere within a word. */
function BreakablePath({ path }: { path: string }) {
  return (
    <span className={styles.path}>
      {path.split(/(?<=[._])/).map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}

function TopValues({ value: { values, complete } }: { value: CatalogueValue }) {
  if (values.length === 0) return <span className={styles.faint}>{nothing}</span>;
  return (
    <ul className={styles.values}>
      {values.slice(0, shownValues).map(({ value, share }) => (
        <li key={value} title={formatValue(value)}>
          <span className={styles.value}>{formatValue(value)}</span> <span className={styles.faint}>{formatWholeShare(share)}</span>
        </li>
      ))}
      {complete && values.length <= shownValues ? null : <li className={styles.faint}>and others</li>}
    </ul>
  );
}
