package io.github.frebscope.log;

/**
 * The Windows statuses by which a W3C log says that who had asked was gone before the answer was
 * sent: 64 (the network name is no longer available), 995 (aborted), 1229 (no connection), 1236
 * (aborted by the local system).
 */
final class PeerGone {
  private PeerGone() {}

  static boolean is(long win32Status) {
    return win32Status == 64 || win32Status == 995 || win32Status == 1229 || win32Status == 1236;
  }
}
