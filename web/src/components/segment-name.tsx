import { segmentColour } from '@/config/segment-colours';
import styles from './segment-name.module.css';

export function SegmentTile({ segmentKey, size }: { segmentKey: string; size?: string }) {
  return <span className={styles.tile} style={{ background: segmentColour(segmentKey), ...(size ? { width: size, height: size } : {}) }} aria-hidden="true" />;
}

/** A segment's tile and its name: the colour never stands alone. */
export function SegmentName({ segmentKey, name }: { segmentKey: string; name: string }) {
  return (
    <span className={styles.name}>
      <SegmentTile segmentKey={segmentKey} />
      {name}
    </span>
  );
}
