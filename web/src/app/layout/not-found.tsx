import { ButtonLink } from '@/components/links';
import { StateMessage } from '@/components/state-message';
import styles from './not-found.module.css';

export function NotFound() {
  return (
    <div className={styles.middle}>
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
    </div>
  );
}
