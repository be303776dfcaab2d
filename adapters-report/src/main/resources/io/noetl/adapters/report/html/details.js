// Everything that is known of one node, in a dialog; and the short form of it beside the mouse.

function openDetails(node) {
  byId('details-title').textContent = line(nodeName(node));
  const content = [
    nodeFacts(node),
    ...texts(node, Infinity),
    rawEvents(node),
  ];
  fill('details-content', ...content.filter((part) => part !== undefined));
  byId('details').showModal();
}

function nodeFacts(node) {
  return facts([
    ['status', badge(node.status)],
    ['node', make('code', {}, line(node.nodeId))],
    ['kind', node.kind + (node.nodeType === undefined ? '' : ' (' + line(node.nodeType) + ')')],
    ['duration', node.duration === undefined ? 'not recorded' : seconds(node.duration)],
    ['from', seconds(node.from) + ' after the start' + (node.to === undefined ? '; not ended' : ' to ' + seconds(node.to))],
    ['attempt', node.attempt === undefined ? undefined : String(node.attempt)],
    ['loop', node.loop === undefined ? undefined : loopText(node.loop)],
    ['items took', node.loop?.spread === undefined ? undefined : spreadText(node.loop.spread)],
    ['critical', node.critical ? 'on the critical path: had it ended sooner, so would the execution' : undefined],
    ['not shown', node.omitted === undefined ? undefined : omittedText(node)],
  ]);
}

function spreadText(spread) {
  return seconds(spread[0]) + ' to ' + seconds(spread[7]) + ', half of them up to ' + seconds(spread[3]);
}

function omittedText(node) {
  const failed = node.omittedFailed === undefined ? '' : ', ' + count(node.omittedFailed) + ' of them failed';
  return count(node.omitted) + ' more within it are not on this page' + failed;
}

/** Error, input and output under their headings, of each at most so many characters. */
function texts(node, most) {
  const parts = [];
  for (const [heading, text] of [
    ['Error', node.error === undefined ? undefined : shown(node.error)],
    ['Input', node.input === undefined ? undefined : recorded(node.input)],
    ['Output', node.output === undefined ? undefined : recorded(node.output)],
    ['Metadata', node.metadata === undefined ? undefined : recorded(node.metadata)],
  ]) {
    if (text !== undefined) {
      const its = heading === 'Error' ? 'error' : undefined;
      parts.push(make('h3', {}, heading), make('pre', { class: its, tabindex: most === Infinity ? '0' : undefined }, shortened(text, most)));
    }
  }
  return parts;
}

function rawEvents(node) {
  const execution = shownExecution.overview.id;
  const events = data.events.filter((event) =>
    event.execution === execution && (event.sequence === node.sequence || event.nodeId === node.nodeId));
  if (events.length === 0) {
    return undefined;
  }
  const place = make('details', {}, make('summary', {}, plural(events.length, 'raw event', 'raw events')));
  place.addEventListener('toggle', () => {
    if (place.open && place.children.length === 1) {
      events.slice(0, 100).forEach((event) => place.append(make('h3', {}, '#' + event.sequence + ' ' + line(event.type)), make('pre', { tabindex: '0' }, rawText(event))));
    }
  });
  return place;
}

/** An event as JSON, its JSON columns as such where they are whole. */
function rawText(event) {
  const whole = {};
  for (const [name, value] of Object.entries(event)) {
    whole[name] = ['input', 'output', 'metadata'].includes(name) ? opened(value) : value;
  }
  return shown(JSON.stringify(whole, null, 2));
}

function opened(value) {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value.text + '…';
  } catch (noJson) {
    return value;
  }
}

function showTooltip(node, x, y) {
  const tooltip = byId('tooltip');
  const loop = node.loop === undefined ? undefined : make('div', {}, loopText(node.loop));
  fill('tooltip',
    make('strong', {}, line(nodeName(node)) + ' '), badge(node.status),
    make('div', {}, node.kind + ', ' + (node.duration === undefined ? 'no duration' : seconds(node.duration)) + ', from ' + seconds(node.from)),
    ...[loop].filter((part) => part !== undefined), ...texts(node, 240));
  tooltip.hidden = false;
  const box = tooltip.getBoundingClientRect();
  tooltip.style.left = Math.max(4, Math.min(x + 14, window.innerWidth - box.width - 8)) + 'px';
  tooltip.style.top = Math.max(4, y + 18 + box.height > window.innerHeight ? y - box.height - 12 : y + 18) + 'px';
}

function hideTooltip() {
  byId('tooltip').hidden = true;
}

function startDetails() {
  const dialog = byId('details');
  byId('details-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}
