import styles from './vault.module.css';

const columns = 26;
const rows = 16;

/** A fixed scatter: the same sky every time. */
function weight(column: number, row: number): number {
  const mixed = Math.sin(column * 12.9898 + row * 78.233) * 43758.5453;
  return mixed - Math.floor(mixed);
}

interface VaultTile {
  x: number;
  y: number;
  fill: string;
  opacity: number;
  turn: number;
}

function layTiles(): VaultTile[] {
  const tiles: VaultTile[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const chance = weight(column, row);
      // Dense towards the lower right, like a floor that comes into the light.
      const density = (column / columns) * 0.55 + (row / rows) * 0.75;
      if (chance > density) continue;
      const tone = weight(column + 31, row + 17);
      tiles.push({
        x: column * 20,
        y: row * 20,
        fill: tone > 0.945 ? '#e6b011' : tone > 0.8 ? '#4f66e2' : tone > 0.5 ? '#2b3a86' : '#1e2a61',
        opacity: tone > 0.945 ? 0.95 : 0.35 + 0.5 * density,
        turn: (weight(column + 7, row + 3) - 0.5) * 9,
      });
    }
  }
  return tiles;
}

const tiles = layTiles();

/** The mosaic vault behind the night surfaces. Decoration only. */
export function Vault() {
  return (
    <svg
      className={styles.vault}
      viewBox={`0 0 ${String(columns * 20)} ${String(rows * 20)}`}
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      {tiles.map(({ x, y, fill, opacity, turn }) => (
        <rect
          key={`${String(x)} ${String(y)}`}
          x={x + 1.5}
          y={y + 1.5}
          width="17"
          height="17"
          rx="2"
          fill={fill}
          opacity={opacity}
          transform={`rotate(${turn.toFixed(1)} ${String(x + 10)} ${String(y + 10)})`}
        />
      ))}
    </svg>
  );
}
