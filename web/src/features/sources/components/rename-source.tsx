import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/dialog';
import { asProblem } from '@/lib/api/problem';
import { useChangeSource } from '../api/change-source';
import type { Source } from '../api/get-sources';

const longestName = 100;

export function RenameSource({ source: { key, name }, onClose }: { source: Source; onClose: () => void }) {
  const [text, setText] = useState(name);
  const change = useChangeSource(key);
  return (
    <Dialog opened onClose={onClose} title={`Rename ${name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ name: text.trim() }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label="Name"
          description={`Its key stays ${key}.`}
          maxLength={longestName}
          data-autofocus
          value={text}
          error={change.isError ? asProblem(change.error).message : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group mt="lg" justify="flex-end">
          <Button variant="default" type="button" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending} disabled={text.trim() === ''}>
            Rename
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
