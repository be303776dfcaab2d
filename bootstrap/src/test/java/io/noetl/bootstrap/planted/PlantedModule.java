package io.noetl.bootstrap.planted;

import java.io.File;

/** Breaks the rule of wiring on purpose: it has to do with files. */
public record PlantedModule(File file) {}
