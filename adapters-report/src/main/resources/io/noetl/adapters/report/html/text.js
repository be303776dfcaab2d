// Texts for people. What an execution recorded goes through shown() before it is anywhere on the page.

/** A text with everything made visible that would not be seen or would turn the line around. */
function shown(text) {
  return String(text).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** The same on one line. */
function line(text) {
  return shown(String(text).replace(/[\n\t\r]+/g, ' '));
}

function shortened(text, length) {
  const characters = Array.from(text);
  return characters.length <= length ? text : characters.slice(0, length).join('') + '…';
}

function count(number) {
  return Math.round(number).toLocaleString('en-US');
}

function plural(number, one, many) {
  return count(number) + ' ' + (number === 1 ? one : many);
}

/** Seconds with three digits and a unit that suits. */
function seconds(value) {
  if (value === undefined || value === null) {
    return '';
  }
  const size = Math.abs(value);
  if (size > 0 && size < 0.0009995) {
    return digits(value * 1e6) + ' µs';
  }
  if (size > 0 && size < 0.9995) {
    return digits(value * 1e3) + ' ms';
  }
  if (size < 120) {
    return digits(value) + ' s';
  }
  return size < 7200 ? digits(value / 60) + ' min' : digits(value / 3600) + ' h';
}

function digits(value) {
  const size = Math.abs(value);
  return size === 0 || size >= 99.95 ? value.toFixed(0) : size >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

/** The time in UTC, to the millisecond. */
function moment(iso) {
  return iso === undefined ? '' : new Date(iso).toISOString().replace('T', ' ').replace('Z', ' UTC');
}

/** The text of an input or output, which is cut if it is an object. */
function recorded(value) {
  if (typeof value !== 'object') {
    return indented(value);
  }
  const left = value.length - Array.from(value.text).length;
  return shown(value.text) + (value.text === '' ? '' : '\n') + '… ' + plural(left, 'character', 'characters') + ' more in the record';
}

function indented(json) {
  try {
    return shown(JSON.stringify(JSON.parse(json), null, 2));
  } catch (noJson) {
    return shown(json);
  }
}

/** What a search looks at. */
function plain(value) {
  return value === undefined ? '' : typeof value === 'object' ? value.text : value;
}

/** The class of a status, which colours it. */
function tone(status) {
  return status === 'success' || status === 'error' ? status : 'other';
}
