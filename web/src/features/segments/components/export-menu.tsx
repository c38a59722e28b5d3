import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { download } from '@/lib/api/download';
import { asProblem } from '@/lib/api/problem';
import { useWorkspace } from '@/lib/workspace/workspace-context';

const formats = [
  { extension: 'csv', label: 'CSV', note: 'for spreadsheets' },
  { extension: 'jsonl', label: 'JSON Lines', note: 'for programs' },
  { extension: 'parquet', label: 'Parquet', note: 'for warehouses' },
] as const;

/** Hands the members over as a file. */
export function ExportMenu({ segmentKey }: { segmentKey: string }) {
  const { key: workspace } = useWorkspace();
  const [busy, setBusy] = useState(false);

  async function save(extension: string) {
    setBusy(true);
    try {
      await download(workspace, `/api/segments/${encodeURIComponent(segmentKey)}/members.${extension}`, `${segmentKey}.${extension}`);
    } catch (error) {
      const problem = asProblem(error);
      notifications.show({ color: 'red', title: problem.title, message: problem.message });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="xs" loading={busy} leftSection={<IconDownload size={15} aria-hidden="true" />} rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ extension, label, note }) => (
          <Menu.Item key={extension} rightSection={<span style={{ color: 'var(--ink-faint)', fontSize: 'var(--mantine-font-size-xs)' }}>{note}</span>} onClick={() => void save(extension)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
