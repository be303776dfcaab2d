// The timeline: a chart with a row per node, zoomed and moved with mouse or keyboard.

const MOST_ROWS_AT_ONCE = 24;

const timeline = {
  chart: undefined,
  selected: undefined,

  /** @param fresh whether the whole time and the first rows are shown, whatever was before */
  show(fresh = false) {
    bars.collect();
    const rows = Math.min(bars.rows.length, MOST_ROWS_AT_ONCE);
    byId('timeline').style.height = rows * ROW_HEIGHT + 92 + 'px';
    if (this.chart === undefined) {
      this.chart = echarts.init(byId('timeline'), null, { renderer: 'canvas' });
      this.listen();
    }
    const zoom = fresh ? { time: { start: 0, end: 100 }, first: 0 } : this.zoom();
    // What the chart holds speaks of rows that are no more.
    this.chart.clear();
    this.chart.resize();
    this.chart.setOption(this.option(zoom), { notMerge: true });
    this.tell();
  },

  /** The window that is open now, kept when rows fold. */
  zoom() {
    const [time, , rows] = this.chart.getOption()?.dataZoom ?? [];
    return {
      time: time === undefined ? { start: 0, end: 100 } : { start: time.start, end: time.end },
      first: rows === undefined ? 0 : Math.max(0, Math.round(rows.startValue)),
    };
  },

  option(zoom) {
    const wide = byId('timeline').clientWidth;
    const labels = Math.round(Math.min(320, wide * 0.34));
    const scrolls = bars.rows.length > MOST_ROWS_AT_ONCE;
    const first = Math.min(zoom.first, Math.max(0, bars.rows.length - MOST_ROWS_AT_ONCE));
    const window = { startValue: first, endValue: Math.min(bars.rows.length, first + MOST_ROWS_AT_ONCE) - 1 };
    return {
      animation: false,
      textStyle: { fontFamily: 'system-ui, sans-serif', color: colour('text') },
      grid: { left: labels + 8, right: scrolls ? 52 : 30, top: 8, bottom: 76 },
      xAxis: this.timeAxis(),
      yAxis: this.rowAxis(labels),
      dataZoom: [
        { type: 'inside', xAxisIndex: 0, ...zoom.time, zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, filterMode: 'none' },
        { type: 'slider', xAxisIndex: 0, ...zoom.time, height: 20, bottom: 8, filterMode: 'none', showDetail: false, ...this.sliderColours() },
        { type: 'inside', yAxisIndex: 0, ...window, zoomLock: true, zoomOnMouseWheel: false, moveOnMouseMove: false, moveOnMouseWheel: 'shift', filterMode: 'filter' },
        { type: 'slider', yAxisIndex: 0, show: scrolls, ...window, width: 16, right: 8, zoomLock: true, brushSelect: false, showDetail: false, filterMode: 'filter', ...this.sliderColours() },
      ],
      series: [{
        type: 'custom', encode: { x: [0, 1], y: 2 }, data: this.data(),
        renderItem: (its, api) => drawBar(its.coordSys, its.dataIndex, api.value(0), api.value(1), api.coord),
      }],
    };
  },

  data() {
    const length = shownExecution.length;
    return bars.rows.map((node, number) => [node.from, node.to ?? length, number]);
  },

  timeAxis() {
    return {
      type: 'value', min: 0, max: Math.max(shownExecution.length, 1e-6),
      axisLabel: { formatter: (value) => seconds(value), color: colour('quiet'), hideOverlap: true },
      axisLine: { lineStyle: { color: colour('line') } }, splitLine: { lineStyle: { color: colour('line') } },
    };
  },

  rowAxis(labels) {
    return {
      type: 'category', inverse: true, triggerEvent: true, data: bars.rows.map((node, number) => String(number)),
      axisTick: { show: false }, axisLine: { lineStyle: { color: colour('line') } },
      splitArea: { show: true, interval: 0, areaStyle: { color: [colour('panel'), colour('page')] } },
      axisLabel: {
        interval: 0, align: 'left', margin: labels, width: labels - 6, overflow: 'truncate', ellipsis: '…', fontSize: 12,
        color: (number) => colour(bars.rows[Number(number)]?.status === 'error' ? 'bad' : 'text'),
        formatter: (number) => barLabel(bars.rows[Number(number)]),
      },
    };
  },

  sliderColours() {
    return {
      borderColor: colour('line'), fillerColor: colour('link') + '22', handleStyle: { color: colour('page'), borderColor: colour('quiet') },
      moveHandleStyle: { color: colour('quiet') }, dataBackground: { lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 } },
      selectedDataBackground: { lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 } }, textStyle: { color: colour('quiet') },
    };
  },

  listen() {
    this.chart.on('click', (event) => this.clicked(event));
    this.chart.on('mousemove', { componentType: 'series' }, (event) => {
      showTooltip(bars.rows[event.dataIndex], event.event.event.clientX, event.event.event.clientY);
    });
    this.chart.on('mouseout', hideTooltip);
    this.chart.on('globalout', hideTooltip);
    byId('timeline').addEventListener('mousedown', hideTooltip);
    new ResizeObserver(() => this.resized()).observe(byId('timeline'));
    theme.listeners.push(() => this.show());
  },

  resized() {
    if (Math.abs(this.chart.getWidth() - byId('timeline').clientWidth) > 1) {
      this.show();
    }
  },

  /** A label folds its row, a bar tells of it. */
  clicked(event) {
    const node = bars.rows[event.componentType === 'yAxis' ? Number(event.value) : event.dataIndex];
    hideTooltip();
    if (event.componentType === 'yAxis' && node.children.length > 0) {
      bars.toggle(node);
      this.show();
    } else {
      openDetails(node);
    }
  },

  /** Brings the window of time to a share of it, about its middle. */
  scale(share) {
    const [{ start, end }] = this.chart.getOption().dataZoom;
    const half = Math.min(50, Math.max(0.005, ((end - start) / 2) * share));
    const middle = Math.min(100 - half, Math.max(half, (start + end) / 2));
    this.chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, start: middle - half, end: middle + half });
  },

  wholeTime() {
    this.chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, start: 0, end: 100 });
  },

  tell() {
    const unfolded = bars.loops().some((sequence) => !bars.folded.has(sequence));
    byId('unfold').hidden = bars.loops().length === 0;
    byId('unfold').textContent = unfolded ? 'Fold loops' : 'Unfold loops';
    const total = Array.from(shownExecution.tree.nodes.values()).reduce((sum, node) => sum + (node.omitted ?? 0), shownExecution.tree.omitted);
    byId('timeline-omitted').textContent = total === 0 ? '' :
      'The page holds the first items of loops and those that failed; ' + plural(total, 'node is', 'nodes are') + ' left out with all that is in them. timeline.csv has everything.';
  },

  start() {
    byId('zoom-in').addEventListener('click', () => this.scale(0.5));
    byId('zoom-out').addEventListener('click', () => this.scale(2));
    byId('zoom-all').addEventListener('click', () => this.wholeTime());
    byId('unfold').addEventListener('click', () => {
      if (bars.loops().some((sequence) => !bars.folded.has(sequence))) {
        bars.foldLoops();
      } else {
        bars.folded.clear();
      }
      this.show();
    });
    byId('critical').addEventListener('change', (event) => {
      bars.criticalOnly = event.target.checked;
      this.show();
    });
    fill('legend', ...[
      ['execution', 'execution, called playbook'], ['loop', 'loop'], ['iteration', 'item of a loop'], ['step', 'step'],
      ['task', 'task'], ['failed', 'error'], ['open', 'not ended'], ['critical', 'critical path'],
    ].map(([its, text]) => make('li', { class: its }, text)));
    startTimelineKeys();
  },
};
