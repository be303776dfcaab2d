// What the report is about, in figures.

function showSummary() {
  const execution = shownExecution.overview;
  const title = execution.playbook === undefined ? 'Execution report' : line(execution.playbook);
  document.title = title + ' · ' + line(execution.status) + ' · execution report';
  byId('title').textContent = title;
  fill('status', badge(execution.status));
  const filter = data.about.filter === undefined ? '' : ' Only rows for which ' + line(data.about.filter) + ' is true.';
  byId('about').textContent = 'Read from ' + line(data.about.source) + '.' + filter;
  fill('summary', ...figures(execution));
  fill('notes', ...data.about.notes.map((note) => make('li', {}, line(note) + '.')));
  showExecutions();
}

function figures(execution) {
  const figure = (term, value, its) =>
    make('div', { class: its }, make('dt', {}, term), make('dd', {}, value));
  return [
    figure('Status', make('span', { class: tone(execution.status) }, line(execution.status))),
    figure('Duration', execution.duration === undefined ? 'not ended' : seconds(execution.duration)),
    figure('Steps run', count(execution.steps)),
    figure('Different steps', count(execution.stepNames)),
    figure('Attempts at tasks', count(execution.tasks)),
    figure('Items of loops', count(execution.iterations)),
    figure('Failures', make('span', { class: execution.failures > 0 ? 'error' : undefined }, count(execution.failures))),
    figure('Events', count(execution.events)),
    figure('Execution', make('span', { class: 'mono' }, line(execution.id)), 'wide'),
    figure('Time', moment(execution.startedAt) + (execution.endedAt === undefined ? '' : ' – ' + moment(execution.endedAt)), 'wide'),
  ];
}

function showExecutions() {
  if (data.executions.length < 2) {
    return;
  }
  const left = data.about.executions - data.executions.length;
  const caption = plural(data.about.executions, 'execution', 'executions') + (left > 0 ? ', ' + count(left) + ' of them not on this page' : '');
  byId('executions').hidden = false;
  scrolling('executions', 'Executions');
  fill('executions', table(
    caption,
    [['execution'], ['playbook'], ['status'], ['started'], ['duration', 'number'], ['events', 'number'], ['failures', 'number']],
    data.executions.map((execution, number) => [
      link(line(execution.id), () => chooseExecution(number)), line(execution.playbook ?? ''), badge(execution.status),
      moment(execution.startedAt), seconds(execution.duration), count(execution.events), count(execution.failures)])));
}

function showChoice() {
  if (data.executions.length < 2) {
    return;
  }
  byId('choice').hidden = false;
  fill('execution', ...data.executions.map((execution, number) =>
    make('option', { value: String(number) }, line(execution.id) + ' · ' + line(execution.status))));
  byId('execution').addEventListener('change', (event) => chooseExecution(Number(event.target.value)));
}
