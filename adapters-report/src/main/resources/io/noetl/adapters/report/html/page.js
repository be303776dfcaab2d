// Puts the page together.

function chooseExecution(number) {
  shownExecution.choose(number);
  byId('execution').value = String(number);
  timeline.selected = undefined;
  bars.foldLoops();
  showSummary();
  timeline.show(true);
  durations.show();
  tree.show();
  events.first = 0;
  events.show();
}

/** A filter can leave nothing over. */
function showNothing() {
  byId('main').replaceChildren(make('p', { class: 'notice' }, 'No event of ' + line(data.about.source) + ' is in this report.'));
}

function showEverything() {
  startDetails();
  showChoice();
  showErrors();
  showComparison();
  timeline.start();
  tree.start();
  events.start();
  chooseExecution(0);
}

theme.start();
if (data.executions.length === 0) {
  showNothing();
} else {
  showEverything();
}
