/** Small parts of texts that several packages need. Not exported. */
package io.github.frebscope.internal.text;
