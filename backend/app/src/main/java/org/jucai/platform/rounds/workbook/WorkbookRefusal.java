package org.jucai.platform.rounds.workbook;

import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Refusal;
import java.util.Map;

/** Why a whole file is not read. Nothing of such a file enters the preview. */
public enum WorkbookRefusal implements Refusal {
    /** Facts: limit in megabytes. */
    WORKBOOK_TOO_LARGE(413),
    /** Neither .xlsx nor .xls, whatever its name says. */
    WORKBOOK_NOT_EXCEL(422),
    /** Excel 95 or older. */
    WORKBOOK_TOO_OLD(422),
    /** Broken off, or not what its own index says. */
    WORKBOOK_DAMAGED(422),
    WORKBOOK_ENCRYPTED(422),
    WORKBOOK_HAS_MACROS(422),
    WORKBOOK_HAS_EXTERNAL_LINKS(422),
    /** A document type or entity declaration, which no spreadsheet program writes. */
    WORKBOOK_HAS_DOCTYPE(422),
    /** Unpacks to far more than it weighs. */
    WORKBOOK_INFLATES_TOO_MUCH(422),
    /** Facts: limit. */
    WORKBOOK_TOO_MANY_ROWS(422),
    /** Facts: limit. */
    WORKBOOK_TOO_MANY_COLUMNS(422),
    /** Facts: limit. Cells, texts or merged cells. */
    WORKBOOK_TOO_MANY_CELLS(422);

    private final int status;

    WorkbookRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    RefusedException now() {
        return new RefusedException(this);
    }

    RefusedException over(long limit) {
        return new RefusedException(this, Map.of("limit", limit));
    }
}
