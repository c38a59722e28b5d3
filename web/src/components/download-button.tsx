import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem } from '@/lib/api/problem';
import { download } from '@/lib/api/download';
import { useWorkspace } from '@/lib/workspace/workspace-context';

interface DownloadButtonProps {
  path: string;
  fileName: string;
  children: string;
}

export function DownloadButton({ path, fileName, children }: DownloadButtonProps) {
  const { key: workspace } = useWorkspace();
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    try {
      await download(workspace, path, fileName);
    } catch (error) {
      const problem = asProblem(error);
      notifications.show({ color: 'red', title: problem.title, message: problem.message });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button variant="default" size="xs" loading={busy} leftSection={<IconDownload size={15} aria-hidden="true" />} onClick={() => void save()}>
      {children}
    </Button>
  );
}
