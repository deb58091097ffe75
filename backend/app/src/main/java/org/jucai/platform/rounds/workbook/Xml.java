package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A walk over one part: its consumer sees each element as it opens and may take its text. No document types, no entities of
 * anyone's own, nothing fetched. Names are local: the strict and the transitional dialect differ only in their namespaces.
 */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    private Xml(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }

    static void read(GuardedZip zip, String part, Consumer<Xml> element) throws IOException {
        try (InputStream in = zip.part(part)) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            Xml xml = new Xml(reader);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) throw WorkbookRefusal.WORKBOOK_HAS_DOCTYPE.now();
                if (event == XMLStreamConstants.START_ELEMENT) element.accept(xml);
            }
        } catch (XMLStreamException | NumberFormatException e) {
            throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        }
    }

    String name() {
        return reader.getLocalName();
    }

    String attribute(String name, String otherwise) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && noNamespace(i)) return reader.getAttributeValue(i);
        }
        return otherwise;
    }

    private boolean noNamespace(int i) {
        String namespace = reader.getAttributeNamespace(i);
        return namespace == null || namespace.isEmpty();
    }

    String attribute(String name) {
        return attribute(name, "");
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }

    boolean flag(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true");
    }

    /** The id of a relationship ({@code r:id}). */
    String relationId() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id") && !noNamespace(i)) return reader.getAttributeValue(i);
        }
        return "";
    }

    /**
     * The text inside the element that just opened, up to its end, kept to one character more than {@code longest}. Readings
     * given for characters (phonetic guides) are no part of it.
     */
    String text(int longest) {
        try {
            StringBuilder out = new StringBuilder();
            int guide = 0; // how deep inside a phonetic guide
            for (int depth = 1; depth > 0; ) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (guide > 0 || name().equals("rPh")) guide++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    guide = Math.max(0, guide - 1);
                } else if (guide == 0 && isText(event)) append(out, longest);
            }
            return out.toString();
        } catch (XMLStreamException e) {
            throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE;
    }

    private void append(StringBuilder out, int longest) {
        int room = longest + 1 - out.length();
        if (room > 0) out.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
    }
}
