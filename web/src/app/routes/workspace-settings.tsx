import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AnchorLink } from '@/components/links';
import { Page } from '@/components/page';
import { Panel } from '@/components/panel';
import { QueryView } from '@/components/query-view';
import { LineSkeleton } from '@/components/tile-skeleton';
import { sessionQuery } from '@/features/access/api/get-session';
import { workspacesQuery } from '@/features/workspaces/api/workspaces';
import { WorkspaceForm } from '@/features/workspaces/components/workspace-form';
import { notifyDone } from '@/lib/notify';
import { useWorkspace } from '@/lib/workspace/workspace-context';

export function WorkspaceSettingsRoute() {
  const { key } = useWorkspace();
  const queries = useQueryClient();
  const workspaces = useQuery(workspacesQuery);
  return (
    <Page
      title="Workspace"
      eyebrow={
        <AnchorLink to="/w/$workspace/settings" params={{ workspace: key }}>
          Settings
        </AnchorLink>
      }
      lead={`Calls and addresses name it ${key}; that never changes.`}
    >
      <Panel title="What it is">
        <QueryView query={workspaces} skeleton={<LineSkeleton lines={9} label="Loading the workspace" />}>
          {({ items }) =>
            items
              .filter((workspace) => workspace.key === key)
              .map((workspace) => (
                <WorkspaceForm
                  key={workspace.key}
                  workspace={workspace}
                  onChanged={({ name }) => {
                    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
                    notifyDone('Saved', `${name} is shown so from now on.`);
                  }}
                />
              ))
          }
        </QueryView>
      </Panel>
    </Page>
  );
}
