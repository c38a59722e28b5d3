import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useDownload } from '@/lib/use-download';

const formats = [
  { extension: 'csv', label: 'CSV', note: 'for spreadsheets' },
  { extension: 'jsonl', label: 'JSON Lines', note: 'for programs' },
  { extension: 'parquet', label: 'Parquet', note: 'for warehouses' },
] as const;

/** Hands the members over as a file. */
export function ExportMenu({ segmentKey }: { segmentKey: string }) {
  const { isBusy, save } = useDownload();
  const members = `/api/segments/${encodeURIComponent(segmentKey)}/members`;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="xs" loading={isBusy} leftSection={<IconDownload size={15} aria-hidden="true" />} rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ extension, label, note }) => (
          <Menu.Item key={extension} rightSection={<span style={{ color: 'var(--ink-faint)', fontSize: 'var(--mantine-font-size-xs)' }}>{note}</span>} onClick={() => save(`${members}.${extension}`, `${segmentKey}.${extension}`)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
