package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource({"0,零圆整", "1,壹分", "30,叁角", "32,叁角贰分", "100,壹圆整", "105,壹圆零伍分", "150,壹圆伍角", "1000,壹拾圆整", "1050,壹拾圆零伍角", "32504,叁佰贰拾伍圆零肆分",
        "168032,壹仟陆佰捌拾圆零叁角贰分", "140950,壹仟肆佰零玖圆伍角", "600714,陆仟零柒圆壹角肆分", "1640902,壹万陆仟肆佰零玖圆零贰分", "1000000,壹万圆整", "1000100,壹万零壹圆整",
        "10000000,壹拾万圆整", "10010000,壹拾万零壹佰圆整", "600000000,陆佰万圆整", "10000000000,壹亿圆整", "10000000100,壹亿零壹圆整", "100000500000,壹拾亿零伍仟圆整",
        "1000000000000,壹佰亿圆整", "100000000000000,壹万亿圆整", "123456789012345,壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁圆肆角伍分", "-32504,负叁佰贰拾伍圆零肆分"})
    void anAmountIsWrittenAsOnAContract(long fen, String words) {
        assertThat(AmountInWords.of(fen)).isEqualTo(words);
    }

    @Test
    void noTwoAmountsReadAlikeAndNoneHasTwoZerosInARow() {
        Random chance = new Random(20_261_123);
        Set<String> seen = new HashSet<>();
        Set<Long> amounts = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            long fen = Math.abs(chance.nextLong() >>> 8 + chance.nextInt(50));
            if (chance.nextBoolean()) fen = fen / 1_000_000 * 1_000_000;
            if (amounts.add(fen)) assertThat(seen.add(AmountInWords.of(fen))).as("%d", fen).isTrue();
        }
        assertThat(seen).noneMatch(words -> words.contains("零零") || words.endsWith("零") || words.matches("零[万亿仟佰拾].*"));
    }
}
