// A chosen theme, before the first paint. A file of its own, as the page runs no inline script.
try {
  const theme = localStorage.getItem('etude-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden: the system's theme it is.
}
