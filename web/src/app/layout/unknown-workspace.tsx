import { ButtonLink } from '@/components/links';
import { StateMessage } from '@/components/state-message';

export function UnknownWorkspace({ workspaceKey }: { workspaceKey: string }) {
  return (
    <main style={{ display: 'grid', minHeight: '100dvh', placeItems: 'center' }}>
      <StateMessage
        isPage
        mood="denied"
        title="There is no such workspace for you"
        actions={
          <ButtonLink to="/" variant="default" size="sm">
            Go to your workspace
          </ButtonLink>
        }
      >
        The workspace “{workspaceKey}” does not exist, or you have no access to it.
      </StateMessage>
    </main>
  );
}
