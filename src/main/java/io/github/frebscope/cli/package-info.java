/**
 * The command line: arguments, exit codes, a progress bar. No contract for others.
 *
 * <pre>
 * frebscope summary C:\inetpub\logs\FailedReqLogFiles
 * </pre>
 *
 * <p>{@code Main} is where the process starts; each command is a class, and what it prints is made
 * by package {@code report}.
 */
package io.github.frebscope.cli;
