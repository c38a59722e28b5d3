import { ButtonLink } from '@/components/links';
import { Page } from '@/components/page';
import { StateMessage } from '@/components/state-message';

export function NotFound() {
  return (
    <Page title="There is no such page">
      <StateMessage
        mood="empty"
        title="Nothing is here"
        actions={
          <ButtonLink to="/" variant="default" size="sm">
            Go to the overview
          </ButtonLink>
        }
      >
        The address does not lead anywhere in Tessera.
      </StateMessage>
    </Page>
  );
}
