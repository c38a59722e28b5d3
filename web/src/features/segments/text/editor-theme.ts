import { EditorView } from '@codemirror/view';

/** The editor in the colours of the app; the tokens follow light and dark by themselves. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--lapis)', fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.7' },
  '.cm-line': { padding: '0 14px' },
  '.cm-scroller': { minHeight: '132px', maxHeight: '420px', overflow: 'auto' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--heat-1)' },
  '.cm-cursor': { borderLeftColor: 'var(--lapis)', borderLeftWidth: '2px' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad) 1.5px', textUnderlineOffset: '4px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--gold-ink) 1.5px', textUnderlineOffset: '4px' },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--bad)' },
  '.cm-tooltip': { overflow: 'hidden', maxWidth: '440px', border: '1px solid var(--line-strong)', borderRadius: '8px', backgroundColor: 'var(--panel)', color: 'var(--ink)', boxShadow: 'var(--shadow-2)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '260px', padding: '4px', fontFamily: 'var(--mantine-font-family)', fontSize: '0.875rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { display: 'flex', alignItems: 'baseline', gap: '8px', padding: '5px 10px', borderRadius: '5px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--lapis-wash)', color: 'var(--ink)' },
  '.cm-completionDetail': { marginLeft: 'auto', color: 'var(--ink-faint)', fontSize: '0.78125rem', fontStyle: 'normal' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '650' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-diagnostic': { padding: '8px 12px', borderLeft: '0', fontFamily: 'var(--mantine-font-family)', fontSize: '0.875rem' },
  '.cm-diagnosticAction': { marginLeft: '8px', padding: '2px 8px', borderRadius: '4px', backgroundColor: 'var(--lapis)', color: 'var(--panel)', fontFamily: 'inherit' },
  '.cm-matchingBracket': { backgroundColor: 'var(--heat-1) !important', outline: 'none' },
});
