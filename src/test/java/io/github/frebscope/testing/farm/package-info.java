/** The parts of a farm that a test writes: servers, sites, pools, rules, logs and traces. */
package io.github.frebscope.testing.farm;
