interface SparklineProps {
  values: readonly number[];
  /** Read out instead of the drawing. */
  label: string;
  colour?: string;
  width?: number;
  height?: number;
}

/** A line without axes, scaled from zero so that small wobbles stay small. */
export function Sparkline({ values, label, colour = 'var(--lapis)', width = 96, height = 28 }: SparklineProps) {
  if (values.length < 2) return <span aria-label={label} role="img" style={{ display: 'inline-block', width, height }} />;
  const top = Math.max(...values, 1);
  const inset = 3;
  const step = (width - 2 * inset) / (values.length - 1);
  const points = values.map((value, index) => [inset + index * step, height - inset - (value / top) * (height - 2 * inset)] as const);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const [endX, endY] = points.at(-1) ?? [0, 0];
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`}>
      <polygon points={`${String(inset)},${String(height)} ${line} ${endX.toFixed(1)},${String(height)}`} fill={colour} opacity="0.12" />
      <polyline points={line} fill="none" stroke={colour} strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
      <rect x={endX - 2.5} y={endY - 2.5} width="5" height="5" rx="1" fill={colour} />
    </svg>
  );
}
