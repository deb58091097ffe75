package org.jucai.platform.inspection.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportNumberTest {

    private static final SampleCode CODE = SampleCode.draw(new Random(7));

    @Test
    void aNumberIsReadAsPeopleWriteIt() {
        ReportNumber number = new ReportNumber(CODE, 12);
        String plain = CODE.code();
        assertThat(ReportNumber.read(number.toString())).contains(number);
        assertThat(ReportNumber.read(" " + plain.substring(0, 4) + "-" + plain.substring(4).toLowerCase(java.util.Locale.ROOT) + "－１２ ")).contains(number);
    }

    @Test
    void withoutAVersionOrWithAMisreadLetterItIsNone() {
        String code = CODE.code();
        String misread = (code.charAt(0) == '2' ? '3' : '2') + code.substring(1);
        for (String wrong : new String[] {code, code + "-", code + "-0", code + "-100", code + "-x", misread + "-1", "", "-1"}) assertThat(ReportNumber.read(wrong)).as(wrong).isEmpty();
    }
}
