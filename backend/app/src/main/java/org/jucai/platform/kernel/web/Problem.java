package org.jucai.platform.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** RFC 9457 problem document. */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldFault> errors) {

    /** One field that is wrong, by JSON pointer. */
    record FieldFault(String pointer, String detail) {}
}
