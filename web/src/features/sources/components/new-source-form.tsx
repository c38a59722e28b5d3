import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem } from '@/lib/api/problem';
import { type SourceKind, type SourceWithKey, useCreateSource } from '../api/change-source';
import { sourceKinds } from '../kinds';

const longestName = 100;

export function NewSourceForm({ onCreated }: { onCreated: (made: SourceWithKey) => void }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SourceKind>('browser');
  const creation = useCreateSource();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        creation.mutate({ name: name.trim(), kind }, { onSuccess: onCreated });
      }}
    >
      <Stack gap="md" maw={520}>
        <TextInput
          label="Name"
          description="For people. Its key, which calls carry, is made of it."
          placeholder="Web shop"
          required
          maxLength={longestName}
          value={name}
          error={creation.isError ? asProblem(creation.error).message : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group label="What sends" value={kind} onChange={setKind}>
          <Stack gap="xs" mt="xs">
            {sourceKinds.map(({ value, label, about }) => (
              <Radio key={value} value={value} label={label} description={about} />
            ))}
          </Stack>
        </Radio.Group>
        <Group>
          <Button type="submit" loading={creation.isPending} disabled={name.trim() === ''}>
            Create the source
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
