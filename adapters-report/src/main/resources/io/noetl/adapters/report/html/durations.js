// How long steps took: a box per step, and the numbers.

const MOST_BOXES = 30;
const DURATIONS_AT_ONCE = 100;

const durations = {
  chart: undefined,

  steps() {
    return data.durations
      .filter((step) => step.execution === shownExecution.overview.id)
      .sort((one, other) => other.total - one.total);
  },

  show() {
    const steps = this.steps().slice(0, MOST_BOXES);
    byId('durations').hidden = steps.length === 0;
    byId('durations-hint').hidden = steps.length === 0;
    if (steps.length === 0) {
      fill('durations-table', make('p', { class: 'hint' }, 'No step has a duration.'));
      return;
    }
    byId('durations').style.height = steps.length * 26 + 60 + 'px';
    if (this.chart === undefined) {
      this.chart = echarts.init(byId('durations'), null, { renderer: 'canvas' });
      new ResizeObserver(() => this.resized()).observe(byId('durations'));
      theme.listeners.push(() => this.show());
    }
    this.draw(steps);
    this.showTable();
  },

  resized() {
    if (Math.abs(this.chart.getWidth() - byId('durations').clientWidth) > 1) {
      this.draw(this.steps().slice(0, MOST_BOXES));
    }
  },

  draw(steps) {
    const labels = Math.round(Math.min(260, byId('durations').clientWidth * 0.34));
    this.chart.resize();
    this.chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'system-ui, sans-serif', color: colour('text') },
      grid: { left: labels + 8, right: 32, top: 8, bottom: 36 },
      xAxis: {
        type: 'value', min: 0, splitLine: { lineStyle: { color: colour('line') } },
        axisLabel: { formatter: (value) => seconds(value), color: colour('quiet'), hideOverlap: true },
      },
      yAxis: {
        type: 'category', inverse: true, data: steps.map((step, number) => String(number)), axisTick: { show: false },
        axisLine: { lineStyle: { color: colour('line') } },
        axisLabel: {
          interval: 0, align: 'left', margin: labels, width: labels - 6, overflow: 'truncate', ellipsis: '…', color: colour('text'),
          formatter: (number) => shortened(line(steps[Number(number)].step), 80) + ' × ' + count(steps[Number(number)].count),
        },
      },
      series: [
        {
          type: 'boxplot', boxWidth: [8, 14], itemStyle: { color: colour('step') + '55', borderColor: colour('step'), borderWidth: 1.5 },
          data: steps.map(({ spread }) => [spread[0], spread[2], spread[3], spread[4], spread[7]]),
        },
        { type: 'scatter', symbolSize: 7, itemStyle: { color: colour('task') }, data: steps.map((step, number) => [step.average, number]) },
      ],
    }, { notMerge: true });
  },

  showTable(most = DURATIONS_AT_ONCE) {
    const all = this.steps();
    const steps = all.slice(0, most);
    const left = data.about.steps - data.durations.length;
    scrolling('durations-table', 'Step durations');
    const number = (heading) => [heading, 'number'];
    fill('durations-table', table(
      plural(all.length, 'step', 'steps') + (left > 0 ? '; ' + count(left) + ' more are in step_durations.csv' : ''),
      [['step', 'text'], ...['runs', 'total', 'average', 'deviation', 'shortest', '5 %', 'median', '95 %', '99 %', 'longest'].map(number), ['slowest']],
      steps.map((step) => [
        line(step.step), count(step.count), seconds(step.total), seconds(step.average), seconds(step.deviation),
        ...[0, 1, 3, 5, 6, 7].map((place) => seconds(step.spread[place])), this.slowest(step)])));
    if (steps.length < all.length) {
      byId('durations-table').append(button('Show all ' + count(all.length), () => this.showTable(all.length)));
    }
  },

  slowest(step) {
    const node = lastNodeAt(step.slowest);
    const name = shortened(line(step.slowest), 60);
    return node === undefined ? name : link(name, () => openDetails(node));
  },
};
