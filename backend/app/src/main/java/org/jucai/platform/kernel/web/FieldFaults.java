package org.jucai.platform.kernel.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.codec.DecodingException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which fields are at fault, each by JSON pointer, in words. */
final class FieldFaults {

    private final Words words;

    FieldFaults(Words words) {
        this.words = words;
    }

    List<Problem.FieldFault> of(Throwable failure, Locale locale) {
        return switch (failure) {
            case WebExchangeBindException bound -> bound.getFieldErrors().stream().map(error -> fault(error, locale)).toList();
            case HandlerMethodValidationException invalid -> invalid.getParameterValidationResults().stream()
                    .flatMap(result -> faults(result, locale)).toList();
            case MissingRequestValueException missing ->
                    List.of(new Problem.FieldFault("#/parameter/" + missing.getName(), say("required", locale)));
            case ServerWebInputException input -> decoding(input.getCause(), locale);
            case DecodingException decoding -> decoding(decoding, locale);
            default -> List.of();
        };
    }

    private Stream<Problem.FieldFault> faults(ParameterValidationResult result, Locale locale) {
        if (result instanceof ParameterErrors body) return body.getFieldErrors().stream().map(error -> fault(error, locale));
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new Problem.FieldFault("#/parameter/" + name, sentence(error, locale)));
    }

    private Problem.FieldFault fault(FieldError error, Locale locale) {
        return new Problem.FieldFault("#/" + error.getField().replace('.', '/').replace("[", "/").replace("]", ""), sentence(error, locale));
    }

    /** Spring appends the constraint's name as the last code; its attributes follow the field's own name. */
    private String sentence(MessageSourceResolvable error, Locale locale) {
        String[] codes = error.getCodes();
        String constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        Object[] arguments = error.getArguments();
        Object first = arguments != null && arguments.length > 1 ? arguments[1] : "";
        Object second = arguments != null && arguments.length > 2 ? arguments[2] : "";
        return words.find("field." + constraint, locale, Map.of("a", first, "b", second)).orElseGet(() -> say("invalid", locale));
    }

    private List<Problem.FieldFault> decoding(@Nullable Throwable failure, Locale locale) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) return List.of(new Problem.FieldFault(pointer(json), say(kind(json), locale)));
        }
        return List.of();
    }

    private static String kind(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException _ -> "unknown";
            case InvalidFormatException _ -> "format";
            case MismatchedInputException _ -> "type";
            case StreamReadException _ -> "json";
            default -> "invalid";
        };
    }

    private static String pointer(JacksonException json) {
        StringBuilder pointer = new StringBuilder("#");
        for (JacksonException.Reference step : json.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName());
        }
        return pointer.toString();
    }

    private String say(String kind, Locale locale) {
        return words.say("field." + kind, locale, Map.of());
    }
}
