/**
 * Why is there no trace? Reads the evidence of a farm together and says which box failed, why
 * nothing was recorded, and what to set.
 *
 * <pre>{@code
 * FarmDiagnosis diagnosis = Doctor.standard()
 *     .incidents(IncidentFile.read(Path.of("incidents.csv")).incidents())
 *     .examine(Farm.open(Path.of("D:\\farm")));
 * System.out.println(diagnosis.answer());
 * diagnosis.settings().forEach(s -> System.out.println(s.server() + " " + s.setting()));
 * }</pre>
 *
 * <p>Each rule is a class of its own and gives findings about one site; what several say alike
 * becomes one {@link io.github.frebscope.doctor.FarmVerdict}. How sure it is follows from which
 * kinds of logs agree, and from whether the recorder is proved to have worked.
 */
package io.github.frebscope.doctor;
