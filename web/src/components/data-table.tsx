import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import styles from './data-table.module.css';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their cell. */
  numeric?: boolean;
  /** Lets long text break. */
  wrap?: boolean;
  /** Left out where there is less room: below a medium or a wide table. */
  from?: 'medium' | 'wide';
  /** The name by which the server sorts; without it the column cannot be sorted. */
  sortKey?: string;
}

/** A direction is a minus sign before the key, as in the API: `-revenue` is highest first. */
export interface Sorting {
  value: string;
  onChange: (sort: string) => void;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sorting?: Sorting;
  /** True while newer rows are on their way. */
  waiting?: boolean;
}

function ariaSort(sort: string | undefined, key: string): 'ascending' | 'descending' | 'none' {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}

function HeaderCell<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const { header, numeric, sortKey, from } = column;
  const className = classes(numeric && styles.end, from && styles[from]) || undefined;
  if (!sortKey || !sorting) {
    return (
      <th scope="col" className={className}>
        {header}
      </th>
    );
  }
  const direction = ariaSort(sorting.value, sortKey);
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <button
        type="button"
        className={classes(styles.sort, direction !== 'none' && styles.sorted)}
        onClick={() => {
          sorting.onChange(direction === 'descending' ? sortKey : `-${sortKey}`);
        }}
      >
        {header}
        <Arrow size={13} aria-hidden="true" opacity={direction === 'none' ? 0.25 : 1} />
      </button>
    </th>
  );
}

/** A plain table: captioned, its first column the row's header, scrolling sideways by itself when narrow. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting, waiting = false }: DataTableProps<Row>) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes(styles.table, waiting && styles.waiting)} aria-busy={waiting}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ id, cell, numeric, wrap, from }, index) => {
                const className = classes(numeric && styles.end, wrap && styles.wrap, from && styles[from]) || undefined;
                return index === 0 ? (
                  <th key={id} scope="row" className={className}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} className={className}>
                    {cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
