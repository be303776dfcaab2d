// What went wrong, before everything else.

function showErrors() {
  const several = data.executions.length > 1;
  byId('errors').hidden = data.failures.length === 0;
  const left = data.about.failures - data.failures.length;
  byId('errors-title').textContent = plural(data.about.failures, 'error', 'errors');
  const articles = data.failures.map((failure) => errorArticle(failure, several));
  const first = articles.slice(0, 10);
  const rest = articles.slice(10);
  fill('errors-list', ...first);
  if (rest.length > 0) {
    byId('errors-list').append(make('details', {}, make('summary', {}, plural(rest.length, 'more', 'more')), ...rest));
  }
  if (left > 0) {
    byId('errors-list').append(make('p', { class: 'hint' }, count(left) + ' further errors are not on this page; errors.csv has them all.'));
  }
}

function errorArticle(failure, several) {
  const tried = failure.attempts > 1 ? plural(failure.attempts, 'attempt', 'attempts') : undefined;
  return make('article', { class: 'failure' },
    make('h3', {}, make('code', {}, line(failure.nodeId))),
    make('p', { class: 'message' }, shown(failure.error ?? 'no message')),
    facts([
      ['execution', several ? line(failure.execution) : undefined],
      ['task', failure.nodeType === undefined ? undefined : line(failure.name) + ' (' + line(failure.nodeType) + ')'],
      ['when', moment(failure.occurredAt)],
      ['tried', tried],
      ['playbook', failure.at === undefined ? undefined : make('code', {}, line(failure.at))],
    ]),
    button('Details', () => openFailure(failure)));
}

/** The node may be among those that the page leaves out. */
function openFailure(failure) {
  const number = data.executions.findIndex((execution) => execution.id === failure.execution);
  if (number >= 0 && number !== shownExecution.number) {
    chooseExecution(number);
  }
  const node = lastNodeAt(failure.nodeId);
  openDetails(node ?? {
    nodeId: failure.nodeId, name: failure.name, kind: 'node', nodeType: failure.nodeType, status: 'error', error: failure.error,
    sequence: failure.sequence, from: (Date.parse(failure.occurredAt) - Date.parse(shownExecution.overview.startedAt)) / 1000,
  });
}
