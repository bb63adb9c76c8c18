/**
 * A language for making requests up: what IIS would write into a trace, module by module.
 *
 * <pre>{@code
 * TraceScript script =
 *     new TraceScript(Site.on("FAB-EDGE1").get("http://shop.fabrik.example:80/cart"));
 * RequestScript request = script.request();
 * Arr arr = new Arr(request).toFarm("shopfarm", "fab-web1.fabrik.example");
 * request.handledBy(Handler.ARR, () -> arr.noServer());
 * request.play();
 * Files.write(file, script.bytes());
 * }</pre>
 *
 * <p>The sequences follow what real traces show and what the modules' documentation says. Event
 * numbers, levels and fields come from the tables beside this package's resources, which are kept
 * apart from the product's own so that one can check the other.
 */
package io.github.frebscope.testing.script;
