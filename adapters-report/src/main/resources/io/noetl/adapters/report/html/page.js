// Puts the page together.

function chooseExecution(number) {
  shownExecution.choose(number);
  byId('execution').value = String(number);
  timeline.selected = undefined;
  bars.foldLoops();
  showSummary();
  timeline.show();
  timeline.wholeTime();
  durations.show();
  tree.show();
  events.first = 0;
  events.show();
}

theme.start();
startDetails();
showChoice();
showErrors();
showComparison();
timeline.start();
tree.start();
events.start();
chooseExecution(0);
