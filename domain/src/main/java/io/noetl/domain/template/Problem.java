package io.noetl.domain.template;

/** Something wrong in a template or playbook, and its place in the file. */
public record Problem(String message, Position position) {}
