// Elements. Children that are texts become text nodes: nothing is ever parsed as HTML.

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== undefined && child !== ''));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function fill(id, ...children) {
  byId(id).replaceChildren(...children);
}

function button(text, action, attributes = {}) {
  const element = make('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', action);
  return element;
}

/** A button that stands in a text. */
function link(text, action) {
  return button(text, action, { class: 'link' });
}

function badge(status) {
  return make('span', { class: 'badge ' + tone(status) }, line(status));
}

/** Terms and what is said of them; those without anything are left out. */
function facts(entries) {
  const list = make('dl', { class: 'facts' });
  for (const [term, value] of entries) {
    if (value !== undefined && value !== '') {
      list.append(make('dt', {}, term), make('dd', {}, value));
    }
  }
  return list;
}

/**
 * A table in a place that scrolls. Columns are [heading, class]; cells are texts or elements.
 */
function table(caption, columns, rows) {
  const head = make('tr', {}, ...columns.map(([heading, its]) => make('th', { scope: 'col', class: its }, heading)));
  const body = rows.map((cells) =>
    make('tr', {}, ...cells.map((cell, column) => make('td', { class: columns[column][1] }, cell))));
  return make('table', {}, make('caption', {}, caption), make('thead', {}, head), make('tbody', {}, ...body));
}

/** Makes a place that scrolls reachable by the keyboard. */
function scrolling(id, label) {
  const place = byId(id);
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', label);
}
