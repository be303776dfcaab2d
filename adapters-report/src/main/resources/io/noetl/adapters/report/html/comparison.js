// How this execution differs from the one it is compared with.

function showComparison() {
  const comparison = data.comparison;
  if (comparison === undefined) {
    return;
  }
  byId('comparison').hidden = false;
  const heading = make('div', { class: 'pair' }, side('First', comparison.first), side('Second, this one', comparison.second));
  if (comparison.same) {
    fill('comparison-content', heading, make('p', {}, 'No difference beyond noise.'));
    return;
  }
  fill('comparison-content', heading,
    places('Steps in the second alone', comparison.added),
    places('Steps in the first alone', comparison.removed),
    differences('Nodes that ended otherwise', comparison.statuses,
      [['node', 'text'], ['first'], ['second']], (change) => [line(change.nodeId), badge(change.first), badge(change.second)]),
    differences('Durations that changed beyond noise', comparison.durations,
      [['step', 'text'], ['first', 'number'], ['second', 'number'], ['difference', 'number'], ['noise', 'number']], durationCells),
    ...valueDifference('input', comparison.input),
    ...valueDifference('output', comparison.output));
}

function side(which, execution) {
  return make('div', {}, make('h3', {}, which), facts([
    ['execution', make('code', {}, line(execution.id))],
    ['status', badge(execution.status)],
    ['started', moment(execution.startedAt)],
    ['duration', execution.duration === undefined ? 'not ended' : seconds(execution.duration)],
    ['steps', count(execution.steps)],
    ['failures', count(execution.failures)],
  ]));
}

function places(heading, places) {
  return differences(heading, places, [['node', 'text'], ['status']], (place) => [line(place.nodeId), badge(place.status)]);
}

function differences(heading, things, columns, cells) {
  if (things.count === 0) {
    return make('p', { class: 'hint' }, heading + ': none.');
  }
  const left = things.count - things.first.length;
  return make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': heading },
    table(heading + ': ' + count(things.count), columns, things.first.map(cells)),
    left > 0 ? make('p', { class: 'hint' }, count(left) + ' more are not on this page.') : '');
}

function durationCells(change) {
  const difference = change.second - change.first;
  const sign = difference > 0 ? '+' : '−';
  return [line(change.step), seconds(change.first), seconds(change.second),
    make('span', { class: difference > 0 ? 'error' : 'success' }, sign + seconds(Math.abs(difference))), seconds(change.noise)];
}

function valueDifference(what, difference) {
  if (difference === undefined) {
    return [make('p', { class: 'hint' }, 'Every ' + what + ' of the nodes that both have is the same.')];
  }
  const value = (text) => make('pre', { tabindex: '0' }, text === undefined ? 'nothing' : recorded(text));
  return [
    make('h3', {}, 'First different ' + what),
    make('p', {}, make('code', {}, line(difference.nodeId)), ' at ', make('code', {}, line(difference.path))),
    make('div', { class: 'pair' },
      make('div', {}, make('span', { class: 'hint' }, 'first'), value(difference.first)),
      make('div', {}, make('span', { class: 'hint' }, 'second'), value(difference.second))),
  ];
}
