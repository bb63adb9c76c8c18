package io.github.frebscope.query;

/**
 * The function of an attribute over events is broken: it threw, answered null, or a value of
 * another type than the attribute's. The message names the attribute. {@link TraceSummary#of}
 * throws it; when many traces are loaded, the ledger has the message for each file concerned.
 */
public final class AttributeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private AttributeException(String message, Throwable why) {
    super(message, why);
  }

  static AttributeException of(Attribute<?> attribute, RuntimeException why) {
    return new AttributeException(named(attribute) + " failed: " + why, why);
  }

  static AttributeException ofNull(Attribute<?> attribute) {
    return new AttributeException(named(attribute) + " answered null, not an empty Optional", null);
  }

  static AttributeException ofType(Attribute<?> attribute, Object value) {
    return new AttributeException(
        named(attribute)
            + " answered a "
            + value.getClass().getSimpleName()
            + ", not a "
            + attribute.type().getSimpleName(),
        null);
  }

  private static String named(Attribute<?> attribute) {
    return "The function of the attribute " + attribute.name();
  }
}
