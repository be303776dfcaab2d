// Which bars the timeline has, and how one is drawn.

const ROW_HEIGHT = 24;

/** The part of a row's height that a kind of node takes: what holds others is thin. */
const THICKNESS = { execution: 0.3, playbook: 0.3, loop: 0.36, iteration: 0.44, step: 0.56, task: 0.72 };

const bars = {
  folded: new Set(),
  criticalOnly: false,
  rows: [],

  /** Loops are folded at first. */
  foldLoops() {
    this.folded = new Set(this.loops());
  },

  loops() {
    return Array.from(shownExecution.tree.nodes.values())
      .filter((node) => node.kind === 'loop' && node.children.length > 0)
      .map((node) => node.sequence);
  },

  collect() {
    this.rows = [];
    shownExecution.tree.roots.forEach((root) => this.add(root));
  },

  add(node) {
    if (this.criticalOnly && !node.critical) {
      return;
    }
    this.rows.push(node);
    if (!this.folded.has(node.sequence)) {
      node.children.forEach((child) => this.add(child));
    }
  },

  toggle(node) {
    if (!this.folded.delete(node.sequence)) {
      this.folded.add(node.sequence);
    }
  },
};

function barColour(node) {
  if (node.status === 'error') {
    return colour('error');
  }
  if (node.to === undefined) {
    return colour('open');
  }
  return colour(node.kind === 'playbook' ? 'execution' : node.kind);
}

function barLabel(node) {
  const mark = node.children.length === 0 ? '   ' : bars.folded.has(node.sequence) ? '▸ ' : '▾ ';
  const loop = node.loop === undefined ? '' : ' (' + loopText(node.loop) + ')';
  return '  '.repeat(Math.min(node.depth, 12)) + mark + shortened(line(nodeName(node)), 80) + loop;
}

/** What ECharts draws for a row: called with the number of the row. */
function drawBar(area, number, from, to, place) {
  const node = bars.rows[number];
  const start = place([from, number]);
  const end = place([to, number]);
  const height = Math.max(4, ROW_HEIGHT * THICKNESS[node.kind]);
  const whole = { x: start[0], y: start[1] - height / 2, width: Math.max(2, end[0] - start[0]), height };
  const shape = echarts.graphic.clipRectByRect(whole, area);
  const outline = node.critical && whole.width > 8 ? { stroke: colour('critical'), lineWidth: 1.5 } : {};
  return shape && {
    type: 'rect', shape: { ...shape, r: 2 }, transition: [],
    style: { fill: barColour(node), opacity: node.status === 'error' && THICKNESS[node.kind] < 0.5 ? 0.6 : 1, ...outline },
  };
}
