try {
  var theme = localStorage.getItem('keyholder.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch (_) {}
