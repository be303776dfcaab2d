// The timeline by keyboard: one row is current, what is known of it is shown and spoken.

function startTimelineKeys() {
  const actions = {
    ArrowDown: () => moveTo(current() + 1),
    ArrowUp: () => moveTo(current() - 1),
    Home: () => moveTo(0),
    End: () => moveTo(bars.rows.length - 1),
    PageDown: () => moveTo(current() + MOST_ROWS_AT_ONCE),
    PageUp: () => moveTo(current() - MOST_ROWS_AT_ONCE),
    ArrowRight: () => fold(false),
    ArrowLeft: () => fold(true),
    Enter: () => timeline.selected && openDetails(timeline.selected),
    '+': () => timeline.scale(0.5),
    '-': () => timeline.scale(2),
    '0': () => timeline.wholeTime(),
  };
  byId('timeline').addEventListener('keydown', (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
    if (action !== undefined) {
      event.preventDefault();
      hideTooltip();
      action();
    }
  });
  byId('timeline').addEventListener('blur', hideTooltip);
}

/** The number of the current row; before the first if there is none. */
function current() {
  return timeline.selected === undefined ? -1 : bars.rows.indexOf(timeline.selected);
}

function moveTo(number) {
  const row = Math.max(0, Math.min(bars.rows.length - 1, number));
  timeline.selected = bars.rows[row];
  const [, , { startValue, endValue }] = timeline.chart.getOption().dataZoom;
  if (row < startValue || row > endValue) {
    const first = Math.max(0, Math.min(bars.rows.length - MOST_ROWS_AT_ONCE, row < startValue ? row : row - MOST_ROWS_AT_ONCE + 1));
    timeline.chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: 2, startValue: first, endValue: first + MOST_ROWS_AT_ONCE - 1 });
  }
  showCurrent();
}

function showCurrent() {
  const node = timeline.selected;
  const box = byId('timeline').getBoundingClientRect();
  const [x, y] = timeline.chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [node.from, bars.rows.indexOf(node)]);
  showTooltip(node, box.left + Math.max(0, Math.min(x, box.width - 40)), box.top + y);
  const error = node.error === undefined ? '' : ', ' + line(node.error);
  byId('announcement').textContent =
    line(nodeName(node)) + ', ' + node.kind + ', ' + line(node.status) + ', ' + seconds(node.duration) + error;
}

/** Folds or unfolds the current row; one that cannot be folded leads to the one it lies in. */
function fold(folded) {
  const node = timeline.selected;
  if (node === undefined) {
    return;
  }
  if (node.children.length > 0 && bars.folded.has(node.sequence) !== folded) {
    bars.toggle(node);
    timeline.show();
    showCurrent();
  } else if (folded && node.above !== undefined) {
    moveTo(bars.rows.indexOf(node.above));
  }
}
