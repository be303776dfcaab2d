/** The command {@code doctor}: {@link io.noetl.adapters.cli.doctor.DoctorCommand}. */
@NullMarked
package io.noetl.adapters.cli.doctor;

import org.jspecify.annotations.NullMarked;
