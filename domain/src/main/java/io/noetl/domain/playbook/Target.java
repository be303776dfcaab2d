package io.noetl.domain.playbook;

import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;

/** A step to go to, with the values it is entered with. */
public record Target(String step, Fields with, Position position) {}
