/**
 * Why a request failed: rules that judge a failed request, the evidence they give, and how they are
 * weighed against each other.
 *
 * <p>The classifier asks them for every failed request; its verdict has the cause. To add a rule
 * for a module of your own:
 *
 * <pre>{@code
 * Classifier classifier = Classifier.standard().with(new QueueFull());
 * Verdict verdict = classifier.classify(Frebscope.read(file));
 * }</pre>
 *
 * <p>Give the same classifier to a loader for a whole farm:
 *
 * <pre>{@code
 * TraceLoader loader = TraceLoader.standard().classifier(classifier);
 * TraceSet farm = loader.load(List.of(TraceRoot.of(Path.of("D:\\farm"))));
 * System.out.println(farm.groupBy(Attributes.CAUSE).count());
 * }</pre>
 *
 * <p>See {@link io.github.frebscope.cause.CauseRule} for such a rule. The texts of the standard
 * rules are in {@link io.github.frebscope.catalog.Causes}.
 */
package io.github.frebscope.cause;
