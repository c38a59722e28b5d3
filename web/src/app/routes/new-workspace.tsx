import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { sessionQuery } from '@/features/access/api/get-session';
import { NewWorkspaceForm } from '@/features/workspaces/components/new-workspace-form';
import { notifyDone } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function NewWorkspaceRoute() {
  const { currency } = useWorkspace();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Page title="New workspace" lead="One for each shop or product. Its customers, sources and segments are never mixed with another’s.">
      <Panel title="What is it?">
        <NewWorkspaceForm
          currency={currency}
          onCreated={({ key, name }) => {
            notifyDone('Created', `${name} is there, and empty.`);
            // The list of workspaces comes with the session; without the new one its address would lead nowhere.
            void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => navigate({ to: '/w/$workspace/overview', params: { workspace: key } }));
          }}
        />
      </Panel>
    </Page>
  );
}
