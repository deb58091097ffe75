package org.jucai.platform.rounds.workbook;

import java.util.List;

/**
 * Words of a template in one language, given by the caller.
 *
 * @param demandSheet name of the sheet to fill in
 * @param notesSheet name of the sheet of instructions; must be a word the reader skips, such as 填报说明 or Instructions
 * @param headers above the columns, in the order of {@link TemplateWriter#COLUMNS}; each must be a word the reader knows
 * @param instructions lines above the example
 */
public record SheetTexts(String demandSheet, String notesSheet, List<String> headers, List<String> instructions) {

    public SheetTexts {
        headers = List.copyOf(headers);
        instructions = List.copyOf(instructions);
        if (headers.size() != TemplateWriter.COLUMNS.size())
            throw new IllegalArgumentException("a template has " + TemplateWriter.COLUMNS.size() + " columns, not " + headers.size());
    }
}
