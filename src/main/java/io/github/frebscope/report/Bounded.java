package io.github.frebscope.report;

import io.github.frebscope.query.ValueText;
import java.util.List;

/** Sections of a page: the first items of each, and how many more there are. */
final class Bounded {
  private static final int MOST = 8;
  private static final int INDENT = 2;
  private static final int MORE_INDENT = 4;

  private final Page page;
  private final boolean all;

  Bounded(Page page, boolean all) {
    this.page = page;
    this.all = all;
  }

  /** An item: its first line, and lines that belong to it. */
  record Item(String text, List<String> more) {
    static Item of(String text) {
      return new Item(text, List.of());
    }
  }

  /** Prints a section; nothing when there are no items. */
  void print(String heading, List<Item> items) {
    if (items.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(heading);
    int shown = all ? items.size() : Math.min(items.size(), MOST);
    for (Item item : items.subList(0, shown)) {
      hanging(item.text());
      item.more().forEach(line -> page.cut(MORE_INDENT, line));
    }
    if (shown < items.size()) {
      page.cut(INDENT, "... and " + ValueText.count(items.size() - shown) + " more (--all)");
    }
  }

  /** Further lines stand a little to the right of the first. */
  private void hanging(String text) {
    List<String> first = Page.wrap(text, page.width() - INDENT);
    page.wrapped(INDENT, first.get(0));
    if (first.size() > 1) {
      page.wrapped(MORE_INDENT, text.substring(first.get(0).length()).strip());
    }
  }
}
