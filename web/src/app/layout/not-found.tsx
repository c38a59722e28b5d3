import { ButtonLink } from '@/components/links';
import { StateMessage } from '@/components/state-message';

export function NotFound() {
  return (
    <StateMessage
      mood="empty"
      title="There is no such page"
      actions={
        <ButtonLink to="/" variant="default" size="sm">
          Go to the overview
        </ButtonLink>
      }
    >
      The address does not lead anywhere in Tessera.
    </StateMessage>
  );
}
