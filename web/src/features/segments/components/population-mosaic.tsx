import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { SegmentTile } from '@/components/segment-name';
import { segmentColour } from '@/config/segment-colours';
import { classes } from '@/lib/classes';
import { formatMoneyWhole, formatShare, formatWholeShare } from '@/lib/format/numbers';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { SegmentSummary } from '../api/get-segments';
import { apportion } from '../apportion';
import styles from './population-mosaic.module.css';

const tilesPerMosaic = 100;
const segmentsOfTheLongForm = 11;
const blank = '\u00a0';

// No two tesserae are cut from quite the same glass.
function glaze(key: string, index: number): string {
  return `color-mix(in oklab, ${segmentColour(key)}, white ${String((index * 7 + Math.floor(index / 10) * 5) % 13)}%)`;
}

interface MosaicProps {
  title: string;
  segments: readonly SegmentSummary[];
  shareOf: (segment: SegmentSummary) => number;
  lit: string | null;
  onLight: (key: string | null) => void;
}

function Mosaic({ title, segments, shareOf, lit, onLight }: MosaicProps) {
  const counts = apportion(segments.map(shareOf), tilesPerMosaic);
  const tiles = segments.flatMap(({ key }, index) => Array.from({ length: counts[index] ?? 0 }, () => key));
  const spoken = segments.map((segment) => `${segment.name} ${formatWholeShare(shareOf(segment))}`).join(', ');
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <div className={styles.mosaic} role="img" aria-label={`${title}: ${spoken}.`} onPointerLeave={() => { onLight(null); }}>
        {tiles.map((key, index) => (
          <span
            key={index}
            className={classes(styles.tile, lit !== null && lit !== key && styles.dim)}
            style={{ background: glaze(key, index), animationDelay: `${String((index % 10) * 18 + Math.floor(index / 10) * 22)}ms` }}
            onPointerEnter={() => { onLight(key); }}
          />
        ))}
      </div>
    </figure>
  );
}

/** The picture on its way: tiles without a colour, and a line for every segment there may be. */
export function PopulationMosaicSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading the segments</VisuallyHidden>
      <div className={styles.layout} aria-hidden="true">
        <div className={styles.pair}>
          {['customers', 'revenue'].map((side) => (
            <div key={side} className={styles.figure}>
              <p className={styles.caption}>{blank}</p>
              <div className={styles.mosaic}>
                {Array.from({ length: tilesPerMosaic }, (_, index) => (
                  <span key={index} className={classes(styles.tile, styles.blank)} />
                ))}
              </div>
            </div>
          ))}
        </div>
        <div className={styles.legend}>
          <p className={styles.columns}>{blank}</p>
          <ul>
            {Array.from({ length: segmentsOfTheLongForm }, (_, index) => (
              <li key={index} className={styles.entry}>
                <span />
                <span className={styles.name}>{blank}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Every customer a hundredth of a picture: who they are beside what they bring. */
export function PopulationMosaic({ segments }: { segments: readonly SegmentSummary[] }) {
  const { key: workspace, currency } = useWorkspace();
  const [lit, setLit] = useState<string | null>(null);
  return (
    <div className={styles.layout}>
      <div className={styles.pair}>
        <Mosaic title="Of 100 customers" segments={segments} shareOf={({ share }) => share} lit={lit} onLight={setLit} />
        <Mosaic title={`Of ${formatMoneyWhole(tilesPerMosaic, currency)} of revenue`} segments={segments} shareOf={({ revenueShare }) => revenueShare} lit={lit} onLight={setLit} />
      </div>
      <div className={styles.legend}>
        <p className={styles.columns} aria-hidden="true">
          <span>Customers</span>
          <span>Revenue</span>
        </p>
        <ul>
          {segments.map(({ key, name, share, revenueShare }) => (
            <li key={key}>
              <Link
                className={classes(styles.entry, lit === key && styles.lit)}
                to="/w/$workspace/segments/$segmentKey"
                params={{ workspace, segmentKey: key }}
                onMouseEnter={() => { setLit(key); }}
                onMouseLeave={() => { setLit(null); }}
                onFocus={() => { setLit(key); }}
                onBlur={() => { setLit(null); }}
              >
                <SegmentTile segmentKey={key} size="14px" />
                <span className={styles.name}>{name}</span>
                <span className={styles.share}>
                  {formatShare(share)}
                  <span className={styles.sr}> of customers</span>
                </span>
                <span className={styles.revenue}>
                  {formatShare(revenueShare)}
                  <span className={styles.sr}> of revenue</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
