package io.noetl.application.run;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.Node;
import io.noetl.domain.playbook.Playbook;

/**
 * Where the events of a playbook stand in the log of an execution. Those of the playbook that was asked for stand as they
 * are. Those of one that a task calls hang under the start of that task, and their nodes lie beneath it:
 *
 * <pre>
 * load/load_city            the task that calls the playbook 'city'
 * load/load_city/city       the called playbook, at the first attempt
 * load/load_city/city#2     at the second attempt
 * load/load_city/city.start a step of it
 * </pre>
 *
 * @param node the node id of the called playbook; empty for the playbook that was asked for
 * @param parent the sequence of the start of the calling task; -1 for none
 */
record Embedding(String node, long parent) {

  static final Embedding NONE = new Embedding("", -1);

  /**
   * The place of a playbook that a task calls.
   *
   * @param task the node id of the task in the log
   * @param start the start of the task
   */
  static Embedding of(Playbook playbook, String task, Event start) {
    String name = playbook.name().replaceAll("[^A-Za-z0-9_-]", "_");
    boolean first = start.attempt() == null || start.attempt() == 1;
    return new Embedding(task + "/" + name + (first ? "" : "#" + start.attempt()), start.sequence());
  }

  /** The id in the log of a node of the playbook. */
  String idOf(String own) {
    return node.isEmpty() ? own : node + "." + own;
  }

  /** An event of the playbook as the log has it. */
  Event in(Event own) {
    if (node.isEmpty()) {
      return own;
    }
    boolean whole = own.node().type().equals("playbook");
    Node placed = new Node(whole ? node : idOf(own.node().id()), own.node().name(), own.node().type());
    String above = own.parentEventId() == null ? Event.idOf(own.executionId(), parent) : own.parentEventId();
    return new Event(
        own.executionId(),
        own.eventId(),
        above,
        own.timestamp(),
        own.type(),
        placed,
        own.status(),
        own.duration(),
        own.input(),
        own.output(),
        own.metadata(),
        own.error(),
        own.sequence(),
        own.attempt(),
        own.loopName(),
        own.currentIndex(),
        own.workerId());
  }
}
