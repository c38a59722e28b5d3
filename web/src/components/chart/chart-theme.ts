import { useComputedColorScheme } from '@mantine/core';

/** The design's colours as values, for drawings that cannot read CSS variables. */
export interface ChartColours {
  ink: string;
  faint: string;
  line: string;
  panel: string;
  lapis: string;
  gold: string;
  /** Any CSS variable of the theme, such as a segment's colour. */
  of: (variable: string) => string;
}

function read(variable: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}

const bars = { light: '#3a52d6', dark: '#7f93f4' };

/** Follows the theme: the component draws again when it changes. */
export function useChartColours(): ChartColours {
  const scheme = useComputedColorScheme('light');
  const dark = scheme === 'dark';
  return {
    ink: dark ? '#edf0fa' : '#141b33',
    faint: dark ? '#a3acc8' : '#59637e',
    line: dark ? '#263053' : '#dfe4ee',
    panel: dark ? '#141c36' : '#ffffff',
    lapis: bars[scheme],
    gold: '#e6b011',
    of: (variable) => read(variable),
  };
}

export const chartFont = "'Hanken Grotesk Variable', system-ui, sans-serif";
