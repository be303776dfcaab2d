// The events as they were recorded, some at a time, made when somebody wants to see them.

const EVENTS_AT_ONCE = 50;

const events = {
  first: 0,

  matching() {
    const wanted = byId('events-filter').value.trim().toLowerCase();
    const its = data.events.filter((event) => event.execution === shownExecution.overview.id);
    return wanted === '' ? its : its.filter((event) => JSON.stringify(event).toLowerCase().includes(wanted));
  },

  show() {
    if (!byId('events').open) {
      return;
    }
    const matching = this.matching();
    this.first = Math.max(0, Math.min(this.first, Math.floor((matching.length - 1) / EVENTS_AT_ONCE) * EVENTS_AT_ONCE));
    const page = matching.slice(this.first, this.first + EVENTS_AT_ONCE);
    byId('events-about').textContent = data.events.length < data.about.events ?
      'The page holds the first ' + count(data.events.length) + ' of ' + count(data.about.events) + ' events.' : '';
    byId('events-place').textContent = matching.length === 0 ? 'none' :
      count(this.first + 1) + '–' + count(this.first + page.length) + ' of ' + count(matching.length);
    byId('events-back').disabled = this.first === 0;
    byId('events-on').disabled = this.first + page.length >= matching.length;
    scrolling('events-table', 'Raw events');
    fill('events-table', table('Events', [['#', 'number'], ['time'], ['type'], ['node', 'text'], ['status'], ['duration', 'number'], ['']],
      page.map((event) => [
        String(event.sequence), moment(event.timestamp), line(event.type), line(event.nodeId ?? ''), badge(event.status ?? ''),
        seconds(event.duration), button('Details', () => openEvent(event), { class: 'link', 'aria-label': 'Details of event ' + event.sequence })])));
  },

  turn(by) {
    this.first += by * EVENTS_AT_ONCE;
    this.show();
  },

  start() {
    byId('events').addEventListener('toggle', () => this.show());
    byId('events-filter').addEventListener('input', () => this.turn(0));
    byId('events-back').addEventListener('click', () => this.turn(-1));
    byId('events-on').addEventListener('click', () => this.turn(1));
  },
};

function openEvent(event) {
  byId('details-title').textContent = '#' + event.sequence + ' ' + line(event.type);
  fill('details-content', facts([
    ['node', make('code', {}, line(event.nodeId ?? ''))], ['status', badge(event.status ?? '')], ['time', moment(event.timestamp)],
  ]), ...texts(event, Infinity), make('h3', {}, 'As recorded'), make('pre', { tabindex: '0' }, rawText(event)));
  byId('details').showModal();
}
