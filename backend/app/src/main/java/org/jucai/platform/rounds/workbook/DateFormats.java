package org.jucai.platform.rounds.workbook;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which number formats show a date. */
final class DateFormats {

    private DateFormats() {}

    static boolean isDate(int id, @Nullable String code) {
        if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true; // built in for Chinese, Japanese and Korean, never written out
        String format = code == null ? (id < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX ? BuiltinFormats.getBuiltinFormat(id) : null) : code;
        return format != null && DateUtil.isADateFormat(id, format);
    }
}
