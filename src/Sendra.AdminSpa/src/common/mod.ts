/** What the key for shortcuts is called on this keyboard. */
export const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
