package io.github.frebscope.internal.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Woodstox, hardened: no DTD, no entity but the five, nothing fetched, limits on.
 *
 * <p>The class is named, not looked up: on a host's class path {@code XMLInputFactory.newFactory()}
 * may answer with another parser. Parsing is not lazy, because a lazy text throws unchecked.
 */
final class StaxFactory {
  private static final WstxInputFactory PLAIN = create(false);
  private static final WstxInputFactory WITH_NAMESPACES = create(true);

  private StaxFactory() {}

  private static WstxInputFactory create(boolean namespaces) {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 256);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, RawReader.MOST_EVENT_BYTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, RawReader.MOST_EVENT_BYTES);
    return factory;
  }

  /** For slices: their prefixes are IIS's own, so namespaces need no work. UTF-8. */
  static XMLStreamReader2 slices(InputStream in) throws XMLStreamException {
    return (XMLStreamReader2) PLAIN.createXMLStreamReader(in, "UTF-8");
  }

  /** For slices that were decoded and repaired. */
  static XMLStreamReader2 slices(Reader in) throws XMLStreamException {
    return (XMLStreamReader2) PLAIN.createXMLStreamReader(in);
  }

  /** For whole documents of any layout. */
  static XMLStreamReader2 document(Reader in) throws XMLStreamException {
    return (XMLStreamReader2) WITH_NAMESPACES.createXMLStreamReader(in);
  }
}
