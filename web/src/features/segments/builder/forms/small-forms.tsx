import type { Consent, RandomShare } from '../../definition/expression';
import { NumberSlot } from '../slots/number-slot';
import { TextSlot } from '../slots/text-slot';

const purposes = ['email', 'sms', 'push', 'ads', 'analytics', 'personalisation'].map((value) => ({ value }));

export function ConsentForm({ node, onChange }: { node: Consent; onChange: (node: Consent) => void }) {
  return (
    <>
      <span>They consent to</span>
      <TextSlot label="Purpose" placeholder="a purpose" value={node.purpose} invalid={node.purpose === ''} offers={purposes} onChange={(purpose) => onChange({ ...node, purpose })} />
    </>
  );
}

export function ChanceForm({ node, onChange }: { node: RandomShare; onChange: (node: RandomShare) => void }) {
  return (
    <>
      <span>They are among a random</span>
      <NumberSlot label="Percent" value={node.percent} minimum={0.0001} maximum={100} whole={false} onChange={(percent) => onChange({ ...node, percent })} />
      <span>% drawn as</span>
      <TextSlot label="Name of the draw" placeholder="a name" value={node.salt} invalid={node.salt === ''} offers={[]} onChange={(salt) => onChange({ ...node, salt })} />
    </>
  );
}
