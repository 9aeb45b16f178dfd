import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import classes from './theme.module.css';

const teal: MantineColorsTuple = [
  '#effcf9', '#d3f7ef', '#a6eede', '#6fdfc9', '#3bc8b0', '#1fab96', '#128a7b', '#0f766e', '#115e59', '#134e4a',
];
const dark: MantineColorsTuple = [
  '#e4e8ee', '#c4cbd6', '#9fa9b8', '#6f7b8c', '#3b444f', '#2c343e', '#212830', '#171c22', '#11151a', '#0b0e12',
];

// Dialogs fade in where they stay: a button that moves between press and release of the mouse loses the click.
const transitionProps = { transition: 'fade', duration: 150 } as const;

// The list of options scrolls itself: assistive technology knows that arrow keys lead through it, as they wouldn't through a box inside of it.
const picker = { defaultProps: { withScrollArea: false }, classNames: { options: classes.options } } as const;

export const theme = createTheme({
  primaryColor: 'teal',
  // White on this shade has a contrast of 5.5, in both colour schemes.
  primaryShade: 7,
  colors: { teal, dark },
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  // By their names alone: pages that use none of them need not load them.
  components: {
    Alert: { classNames: { root: classes.alert, icon: classes.alertIcon, title: classes.alertTitle } },
    Autocomplete: picker,
    Badge: { classNames: { root: classes.badge } },
    Combobox: { classNames: { options: classes.options } },
    Drawer: { classNames: { title: classes.dialogTitle } },
    DrawerRoot: { defaultProps: { transitionProps } },
    // Labels may hold what people named.
    InputWrapper: { classNames: { label: classes.label } },
    // A menu holds nothing but its items: the place that Mantine focuses first would be another thing in it.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { transitionProps }, classNames: { title: classes.dialogTitle } },
    Select: picker,
    Tabs: { classNames: { list: classes.tabs, tab: classes.tab } },
    TagsInput: picker,
  },
});

// Mantine's own dimmed text has less than the 4.5 that small text needs.
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545d68',
    '--mantine-color-placeholder': '#667080',
    '--mantine-color-error': '#c92a2a',
    '--app-surface': '#ffffff',
    '--app-ground': '#f6f7f9',
    '--app-line': '#e3e6ea',
    '--app-hover': '#f1f4f6',
    '--app-chart-neutral': '#a9b4c0',
    '--app-chart-enrolled': '#12917f',
    '--app-chart-exited': '#d9701b',
    '--app-chart-completed': '#3b7dc4',
    '--app-chart-skipped': '#d09a0a',
    '--app-chart-refused': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#9fa9b8',
    '--mantine-color-placeholder': '#8793a3',
    '--mantine-color-error': '#ff8787',
    '--app-surface': '#171c22',
    '--app-ground': '#101419',
    '--app-line': '#2c343e',
    '--app-hover': '#1f262e',
    '--app-chart-neutral': '#566170',
    '--app-chart-enrolled': '#3bc8b0',
    '--app-chart-exited': '#f0a35e',
    '--app-chart-completed': '#7db3ec',
    '--app-chart-skipped': '#ffd666',
    '--app-chart-refused': '#ff8787',
  },
});
