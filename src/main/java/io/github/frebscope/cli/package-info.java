/** The command line: arguments, exit codes, a progress bar. No contract for others. */
package io.github.frebscope.cli;
