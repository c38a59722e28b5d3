import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemMessage } from '@/components/problem-message';
import { asProblem } from '@/lib/api/problem';
import { slugOf } from '@/lib/slug';
import { useCreateWorkspace, type Workspace, type WorkspaceDetails } from '../api/workspaces';
import { ownTimeZone } from '../choices';
import { MoneyAndTimeFields, NameField } from './workspace-fields';

const longestKey = 40;
const keyPattern = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/;

interface NewWorkspaceFormProps {
  /** The currency to begin with. */
  currency: string;
  onCreated: (made: Workspace) => void;
}

/** Asks what a workspace is to be. Its key follows the name until somebody writes another. */
export function NewWorkspaceForm({ currency, onCreated }: NewWorkspaceFormProps) {
  const [details, setDetails] = useState<WorkspaceDetails>({ name: '', currency, timeZone: ownTimeZone() });
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const creation = useCreateWorkspace();
  const problem = creation.isError ? asProblem(creation.error) : null;
  if (problem?.status === 403) return <ProblemMessage error={problem} />;
  const key = ownKey ?? slugOf(details.name, longestKey);
  const isKey = keyPattern.test(key);
  const isTaken = problem?.code === 'workspace-exists';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        creation.mutate({ ...details, name: details.name.trim(), key, sample: false }, { onSuccess: onCreated });
      }}
    >
      <Stack gap="md" maw={520}>
        <NameField details={details} onChange={setDetails} />
        <TextInput
          label="Key"
          description="In addresses and calls. It never changes."
          placeholder="green-doors"
          required
          maxLength={longestKey}
          value={key}
          error={isTaken ? problem.message : key !== '' && !isKey ? 'Lower-case letters, digits and inner hyphens.' : undefined}
          onChange={(event) => setOwnKey(event.currentTarget.value)}
        />
        <MoneyAndTimeFields details={details} onChange={setDetails} />
        {problem && !isTaken ? (
          <p role="alert" style={{ color: 'var(--bad)' }}>
            {problem.message}
          </p>
        ) : null}
        <Group>
          <Button type="submit" loading={creation.isPending} disabled={details.name.trim() === '' || !isKey}>
            Create the workspace
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
