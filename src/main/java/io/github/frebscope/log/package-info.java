/**
 * The logs around the traces: W3C logs of IIS's sites, HTTPERR logs of http.sys, exports of Windows
 * event logs. Each is read as a stream, a line after the other, and damage is told, not thrown.
 *
 * <p>Times are UTC. A W3C line has the time at which its request <em>ended</em>.
 */
package io.github.frebscope.log;
