// Light and dark: as the system has it until the reader chooses.

const theme = {
  system: window.matchMedia('(prefers-color-scheme: dark)'),
  chosen: undefined,
  listeners: [],

  get dark() {
    return this.chosen ?? this.system.matches;
  },

  apply() {
    document.documentElement.dataset.theme = this.dark ? 'dark' : 'light';
    byId('theme').textContent = this.dark ? 'Light colours' : 'Dark colours';
    this.listeners.forEach((listener) => listener());
  },

  start() {
    this.system.addEventListener('change', () => this.apply());
    byId('theme').addEventListener('click', () => {
      this.chosen = !this.dark;
      this.apply();
    });
    this.apply();
  },
};

/** A colour of the style sheet, for what is drawn. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}
