/**
 * URLs as clients sent them: their parts, and paths with place-holders for identifiers. Knows texts
 * only, no traces. Not exported.
 */
package io.github.frebscope.internal.url;
