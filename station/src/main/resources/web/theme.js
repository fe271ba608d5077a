// Dark for the night ward by default, light for daylight. Only the choice is remembered, nothing of a patient.

const KEY = 'wardlight.theme';

/** @returns {'dark'|'light'} the theme shown now */
export function theme() {
  return document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
}

/** Shows the other theme, remembers it and tells the page (canvases must be drawn again). */
export function toggleTheme() {
  show(theme() === 'dark' ? 'light' : 'dark');
  try {
    localStorage.setItem(KEY, theme());
  } catch {
    // storage may be forbidden: the theme then lasts until the page is closed
  }
}

function show(name) {
  document.documentElement.dataset.theme = name;
  document.dispatchEvent(new CustomEvent('theme-changed'));
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

if (remembered() === 'light') {
  show('light');
}
