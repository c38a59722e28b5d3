import { Drawer } from '@mantine/core';
import { AnchorLink } from '@/components/links';
import { profileTitle } from '@/lib/format/profile-title';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { Member } from '../api/get-members';
import { WhyInSegment } from './why-in-segment';

interface WhyDrawerProps {
  segmentKey: string;
  /** Whose membership is explained; null while the drawer is closed. */
  member: Member | null;
  onClose: () => void;
}

/** The reason for one member, beside the list they were found in. */
export function WhyDrawer({ segmentKey, member, onClose }: WhyDrawerProps) {
  const { key: workspace } = useWorkspace();
  return (
    <Drawer opened={member !== null} onClose={onClose} position="right" size="lg" title={member ? `Why ${profileTitle(member)} belongs` : ''} closeButtonProps={{ 'aria-label': 'Close the reason' }}>
      {member ? (
        <>
          <WhyInSegment segmentKey={segmentKey} profileId={member.profileId} />
          <p style={{ marginTop: 'var(--space-5)' }}>
            <AnchorLink to="/w/$workspace/customers/$profileId" params={{ workspace, profileId: member.profileId }}>
              Everything about this customer
            </AnchorLink>
          </p>
        </>
      ) : null}
    </Drawer>
  );
}
