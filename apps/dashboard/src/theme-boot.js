try {
  var look = JSON.parse(localStorage.getItem('keyholder.preferences') || '{}');
  if (look.theme === 'light' || look.theme === 'dark') document.documentElement.dataset.theme = look.theme;
  if (look.density === 'compact') document.documentElement.dataset.density = 'compact';
} catch (_) {}
