import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemMessage } from '@/components/problem-message';
import { asProblem } from '@/lib/api/problem';
import { useChangeWorkspace, type Workspace, type WorkspaceDetails } from '../api/workspaces';
import { MoneyAndTimeFields, NameField } from './workspace-fields';

interface WorkspaceFormProps {
  workspace: Workspace;
  onChanged: (changed: Workspace) => void;
}

/** What can be changed about a workspace. */
export function WorkspaceForm({ workspace, onChanged }: WorkspaceFormProps) {
  const [details, setDetails] = useState<WorkspaceDetails>({ name: workspace.name, currency: workspace.currency, timeZone: workspace.timeZone });
  const change = useChangeWorkspace(workspace.key);
  const problem = change.isError ? asProblem(change.error) : null;
  const isChanged = details.name.trim() !== workspace.name || details.currency !== workspace.currency || details.timeZone !== workspace.timeZone;
  if (problem?.status === 403) return <ProblemMessage error={problem} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ ...details, name: details.name.trim() }, { onSuccess: onChanged });
      }}
    >
      <Stack gap="md" maw={520}>
        <NameField details={details} onChange={setDetails} />
        <MoneyAndTimeFields details={details} onChange={setDetails} />
        {problem ? (
          <p role="alert" style={{ color: 'var(--bad)' }}>
            {problem.message}
          </p>
        ) : null}
        <Group>
          <Button type="submit" loading={change.isPending} disabled={!isChanged || details.name.trim() === ''}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
