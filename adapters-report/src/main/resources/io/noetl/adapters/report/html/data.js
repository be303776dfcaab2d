// The data of the page, and the execution that it shows.

const data = JSON.parse(byId('data').textContent);

/** A node of a timeline is a row with its children and the row it lies in. */
function treeOf(timeline) {
  const nodes = new Map();
  const lastAt = new Map();
  const roots = [];
  const loops = new Map(timeline.loops.map((loop) => [loop.sequence, loop]));
  for (const row of timeline.rows) {
    const node = { ...row, children: [], above: nodes.get(row.parent), loop: loops.get(row.sequence) };
    node.depth = node.above === undefined ? 0 : node.above.depth + 1;
    nodes.set(node.sequence, node);
    lastAt.set(node.nodeId, node);
    (node.above === undefined ? roots : node.above.children).push(node);
  }
  return { nodes, lastAt, roots, omitted: timeline.omitted };
}

const shownExecution = {
  number: 0,
  tree: undefined,

  get overview() {
    return data.executions[this.number];
  },

  choose(number) {
    this.number = number;
    this.tree = treeOf(data.timelines[number]);
  },

  /** When a bar without an ending ends: with what is known of the execution. */
  get length() {
    let length = this.overview.duration ?? 0;
    for (const node of this.tree.nodes.values()) {
      length = Math.max(length, node.to ?? node.from);
    }
    return length;
  },
};

function nodeName(node) {
  if (node.kind === 'iteration') {
    return node.nodeId.slice(node.nodeId.lastIndexOf('.') + 1);
  }
  return node.name + (node.attempt > 1 ? ', attempt ' + node.attempt : '');
}

function loopText(loop) {
  const parts = [plural(loop.items ?? loop.processed, 'item', 'items')];
  if (loop.filtered > 0) {
    parts.push(count(loop.filtered) + ' filtered');
  }
  if (loop.failed > 0) {
    parts.push(count(loop.failed) + ' failed');
  }
  return parts.join(', ');
}

/** The last that ran there: of several attempts at a task, the one that counts. */
function lastNodeAt(nodeId) {
  return shownExecution.tree.lastAt.get(nodeId);
}
