import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useDownload } from '@/lib/use-download';

interface DownloadButtonProps {
  path: string;
  fileName: string;
  children: string;
}

export function DownloadButton({ path, fileName, children }: DownloadButtonProps) {
  const { isBusy, save } = useDownload();
  return (
    <Button variant="default" size="xs" loading={isBusy} leftSection={<IconDownload size={15} aria-hidden="true" />} onClick={() => save(path, fileName)}>
      {children}
    </Button>
  );
}
