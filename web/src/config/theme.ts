import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { segmentColours } from './segment-colours';

/** Lapis, the blue of the vault: actions and selection. */
const lapis: MantineColorsTuple = ['#eef1fe', '#dbe1fb', '#b5c0f5', '#8d9df0', '#6a7fea', '#4f66e2', '#3a52d6', '#2b41bd', '#22359b', '#1a2a7c'];

/** Gold leaf: the one bright accent. Marks what is best or current, never a plain button. */
const gold: MantineColorsTuple = ['#fff8e1', '#feefc3', '#fbdf8d', '#f7ce55', '#f1bf2a', '#e6b011', '#c99700', '#9d7600', '#755800', '#4f3b00'];

/** Neutral ramp for dark surfaces: the night of the vault. Index 7 is the page, 6 a panel. */
const dark: MantineColorsTuple = ['#edf0fa', '#c6cde2', '#a3acc8', '#7883a6', '#3c476b', '#2a3454', '#161e38', '#0c1226', '#080d1c', '#050814'];

/** Vermilion: what is wrong, or cannot be undone. White reads on 5 and on 7. */
const red: MantineColorsTuple = ['#fdebec', '#fbd5d8', '#f4aab0', '#f08f99', '#f07a86', '#c93a4a', '#c02c3c', '#a92131', '#8b1826', '#64101a'];

const gray: MantineColorsTuple = ['#f7f8fb', '#eff1f7', '#e3e7f0', '#d3d9e6', '#bcc4d6', '#8d97b0', '#626c87', '#4a5470', '#2c3552', '#141b33'];

/** What lies over the page is a panel too, with an edge that shows on the night. */
const raised = { background: 'var(--panel)' };

const closable = { closeButtonProps: { 'aria-label': 'Close' } };

export const theme = createTheme({
  primaryColor: 'lapis',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  black: '#141b33',
  colors: { lapis, gold, red, dark, gray },
  fontFamily: "'Hanken Grotesk Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontFamily: "'Bricolage Grotesque Variable', 'Hanken Grotesk Variable', sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.15' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.25' },
      h3: { fontSize: '1rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.78125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '14px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, events: { hover: true, focus: true, touch: true } } },
    SegmentedControl: { defaultProps: { radius: 'md', size: 'sm' } },
    // The empty element that would take the first focus is none of what a menu may hold; its first item takes it, as in any menu.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: closable, styles: { content: { ...raised, border: '1px solid var(--line)' }, header: raised } },
    Drawer: { defaultProps: closable, styles: { content: raised, header: raised } },
    Spotlight: { styles: { content: { ...raised, border: '1px solid var(--line)' }, search: raised } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

export const variablesResolver: CSSVariablesResolver = () => {
  const colours = Object.entries(segmentColours);
  return {
    variables: {},
    light: {
      '--mantine-color-body': '#f4f6fa',
      '--mantine-color-dimmed': '#59637e',
      '--mantine-color-error': '#a92131',
      '--mantine-color-default-border': '#a9b3c8',
      ...Object.fromEntries(colours.map(([slug, colour]) => [`--segment-${slug}`, colour.light])),
    },
    dark: {
      '--mantine-color-body': '#0c1226',
      '--mantine-color-dimmed': '#a3acc8',
      '--mantine-color-error': '#ff9a9a',
      // On a panel the usual ones could not be told from it.
      '--mantine-color-disabled': '#232c4b',
      '--mantine-color-disabled-color': '#8b96b8',
      '--mantine-color-disabled-border': '#2a3454',
      ...Object.fromEntries(colours.map(([slug, colour]) => [`--segment-${slug}`, colour.dark])),
    },
  };
};
