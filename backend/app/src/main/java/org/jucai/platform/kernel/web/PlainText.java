package org.jucai.platform.kernel.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Text as the database can hold it: without the character zero and without halves of surrogate pairs. */
final class PlainText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isPlain(text)) throw context.weirdStringException("", String.class, "holds what is no character");
        return text;
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE);
    }
}
