// What ran, as a tree by the pattern that the ARIA Authoring Practices give; and the search in it.

const MOST_FOUND = 200;
const CHILDREN_AT_ONCE = 200;

const tree = {
  show() {
    byId('search').value = '';
    byId('found').textContent = '';
    fill('tree', ...shownExecution.tree.roots.map((root) => treeItem(root, 1)));
    byId('tree').querySelectorAll(':scope > li').forEach((item) => setOpen(item, true));
    this.current(byId('tree').querySelector('[role="treeitem"]'));
  },

  search(words) {
    const wanted = words.trim().toLowerCase();
    if (wanted === '') {
      this.show();
      return;
    }
    const found = Array.from(shownExecution.tree.nodes.values()).filter((node) => matches(node, wanted));
    const more = found.length > MOST_FOUND ? ', the first ' + MOST_FOUND + ' of them here' : '';
    byId('found').textContent = found.length === 0 ? 'Nothing found.' : plural(found.length, 'node', 'nodes') + ' found' + more + '.';
    fill('tree', ...found.slice(0, MOST_FOUND).map((node) => treeItem(node, 1, line(node.nodeId))));
    this.current(byId('tree').querySelector('[role="treeitem"]'));
  },

  /** Of all items one is reached by Tab. */
  current(item) {
    byId('tree').querySelectorAll('[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
    if (item !== null) {
      item.tabIndex = 0;
    }
  },

  start() {
    let pending;
    byId('search').addEventListener('input', () => {
      clearTimeout(pending);
      pending = setTimeout(() => this.search(byId('search').value), 120);
    });
    byId('tree').addEventListener('keydown', treeKey);
    byId('tree').addEventListener('click', treeClick);
  },
};

function matches(node, wanted) {
  return [node.nodeId, node.name, node.status, node.kind, node.nodeType, node.error, plain(node.input), plain(node.output)]
    .some((text) => text !== undefined && text.toLowerCase().includes(wanted));
}

function treeItem(node, level, name = line(nodeName(node))) {
  const inner = node.children.length > 0;
  const item = make('li', { role: 'treeitem', tabindex: '-1', 'aria-level': String(level), 'aria-expanded': inner ? 'false' : undefined },
    make('div', { class: 'row' },
      make('span', { class: 'mark', 'aria-hidden': 'true' }, inner ? '▸' : ' '), make('span', {}, name),
      make('span', { class: 'kind' }, node.kind + (node.loop === undefined ? '' : ', ' + loopText(node.loop))), badge(node.status),
      make('span', { class: 'time' }, seconds(node.duration)),
      node.error === undefined ? '' : make('span', { class: 'message' }, shortened(line(node.error), 300))));
  item.noetlNode = node;
  return item;
}

/** Children are made when they are first seen, some at a time. */
function setOpen(item, open) {
  if (!item.hasAttribute('aria-expanded')) {
    return;
  }
  item.setAttribute('aria-expanded', String(open));
  item.querySelector('.mark').textContent = open ? '▾' : '▸';
  let group = item.querySelector(':scope > ul');
  if (open && group === null) {
    group = make('ul', { role: 'group' });
    item.append(group);
    addChildren(item, group, 0);
  }
  if (group !== null) {
    group.hidden = !open;
  }
}

function addChildren(item, group, from) {
  const node = item.noetlNode;
  const level = Number(item.getAttribute('aria-level')) + 1;
  group.append(...node.children.slice(from, from + CHILDREN_AT_ONCE).map((child) => treeItem(child, level)));
  const shownChildren = Math.min(node.children.length, from + CHILDREN_AT_ONCE);
  if (shownChildren < node.children.length) {
    group.append(moreItem(level, count(node.children.length - shownChildren) + ' more: show the next', (it) => {
      it.remove();
      addChildren(item, group, shownChildren);
    }));
  } else if (node.omitted !== undefined) {
    group.append(moreItem(level, omittedText(node)));
  }
}

function moreItem(level, text, action) {
  const item = make('li', { role: 'treeitem', tabindex: '-1', 'aria-level': String(level) },
    make('div', { class: 'row' }, make('span', { class: 'mark' }), make('span', { class: 'kind' }, text)));
  item.noetlAction = action ?? (() => {});
  return item;
}

function treeClick(event) {
  const item = event.target.closest('[role="treeitem"]');
  if (item === null) {
    return;
  }
  tree.current(item);
  if (event.target.classList.contains('mark') && item.hasAttribute('aria-expanded')) {
    setOpen(item, item.getAttribute('aria-expanded') === 'false');
  } else {
    act(item);
  }
}

function act(item) {
  if (item.noetlAction !== undefined) {
    item.noetlAction(item);
  } else {
    openDetails(item.noetlNode);
  }
}

function treeKey(event) {
  const item = event.target.closest('[role="treeitem"]');
  const items = Array.from(byId('tree').querySelectorAll('[role="treeitem"]')).filter((one) => one.offsetParent !== null);
  const at = items.indexOf(item);
  const open = item?.getAttribute('aria-expanded');
  const actions = {
    ArrowDown: () => focusOn(items[at + 1]),
    ArrowUp: () => focusOn(items[at - 1]),
    Home: () => focusOn(items[0]),
    End: () => focusOn(items[items.length - 1]),
    ArrowRight: () => (open === 'false' ? setOpen(item, true) : open === 'true' ? focusOn(items[at + 1]) : undefined),
    ArrowLeft: () => (open === 'true' ? setOpen(item, false) : focusOn(item.parentElement.closest('[role="treeitem"]'))),
    Enter: () => act(item),
    ' ': () => act(item),
  };
  if (item !== null && actions[event.key] !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    actions[event.key]();
  }
}

function focusOn(item) {
  if (item !== undefined && item !== null) {
    tree.current(item);
    item.focus();
  }
}
