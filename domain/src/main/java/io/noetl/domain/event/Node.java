package io.noetl.domain.event;

/**
 * The node of an execution that an event tells of.
 *
 * @param id the readable path, the same in every run: {@code city_loop[2].fetch_and_evaluate}
 * @param name the step's, task's or loop's own name
 * @param type {@code playbook}, {@code step}, {@code step.loop}, {@code step.end_loop}, {@code task.<type>}, {@code
 *     iteration} or {@code transition}
 */
public record Node(String id, String name, String type) {}
