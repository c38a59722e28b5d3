import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { usePaging } from '@/lib/use-paging';
import styles from './pager.module.css';

interface PagerProps {
  label: string;
  paging: ReturnType<typeof usePaging>;
}

/** Back and forth through pages; nothing when there is only one. */
export function Pager({ label, paging }: PagerProps) {
  if (!paging.hasBefore && !paging.next) return null;
  return (
    <nav className={styles.pager} aria-label={label}>
      <Button variant="default" size="xs" disabled={!paging.hasBefore} onClick={paging.before} leftSection={<IconChevronLeft size={15} aria-hidden="true" />}>
        Previous
      </Button>
      <Button variant="default" size="xs" disabled={!paging.next} onClick={paging.next ?? undefined} rightSection={<IconChevronRight size={15} aria-hidden="true" />}>
        Next
      </Button>
    </nav>
  );
}
