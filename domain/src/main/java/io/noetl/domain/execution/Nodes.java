package io.noetl.domain.execution;

import io.noetl.domain.event.Node;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Task;

/**
 * Makes the nodes of an execution, and finds the scope that a node id lies in. A node id is a path that is the same in
 * every run:
 *
 * <pre>
 * fetch                                a step, on its first visit
 * fetch#2                              the same step, on its second visit in the same scope
 * fetch/get_forecast                   the task it runs
 * city_loop[2]                         the third item of a loop, counted before filtering
 * city_loop[2].judge                   a step in that iteration
 * city_loop[2]->judge                  the way from the loop to the first step of its body
 * city_loop[2].judge->end_city_loop    the way from one step to another
 * </pre>
 */
final class Nodes {

  private Nodes() {}

  static Node playbook(Playbook playbook) {
    return new Node(playbook.name(), playbook.name(), "playbook");
  }

  static Node step(Step step, String id) {
    return new Node(id, step.name(), type(step));
  }

  static Node task(Task task, Node caller) {
    return new Node(caller.id() + "/" + task.name(), task.name(), "task." + task.type());
  }

  static Node iteration(StepVisit loop, int index) {
    return new Node(loop.node().id() + "[" + index + "]", loop.step().name(), "iteration");
  }

  static Node transition(Pending pending, String to) {
    return new Node(
        pending.fromNode() + "->" + to, pending.fromStep() + "->" + pending.toStep(), "transition");
  }

  /** The items that lead from the execution to the scope of a node, the outermost first. */
  static int[] path(String nodeId) {
    int[] path = new int[depth(nodeId)];
    int at = 0;
    for (int i = 0; i < path.length; i++) {
      int open = nodeId.indexOf('[', at);
      int close = nodeId.indexOf(']', open);
      path[i] = Integer.parseInt(nodeId, open + 1, close, 10);
      at = close + 1;
    }
    return path;
  }

  private static int depth(String nodeId) {
    int depth = 0;
    for (int i = nodeId.indexOf('['); i >= 0; i = nodeId.indexOf('[', i + 1)) {
      depth++;
    }
    return depth;
  }

  private static String type(Step step) {
    return switch (step.action()) {
      case StepAction.Route route -> "step";
      case StepAction.Call call -> "step";
      case StepAction.BodyLoop loop -> "step.loop";
      case StepAction.TaskLoop loop -> "step.loop";
      case StepAction.EndLoop end -> "step.end_loop";
    };
  }
}
