package org.jucai.platform.contracts;

/**
 * An amount in the capital numerals of Chinese contracts and cheques (支付结算办法, annex 1): 壹佰零叁万圆整, 壹仟陆佰捌拾圆零叁角贰分.
 * After 圆 stands 整 where there is neither 角 nor 分; a gap of zeros is one 零; 圆 that ends in 0 or stands before 0 角 is followed by 零.
 */
public final class AmountInWords {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = TEN_THOUSAND * TEN_THOUSAND;
    private static final int[] TENS = {1, 10, 100, 1_000};
    private static final int FEN_PER_YUAN = 100;

    private AmountInWords() {}

    /** Of an amount in fen; negative ones begin with 负. */
    public static String of(long fen) {
        if (fen < 0) return "负" + of(Math.negateExact(fen));
        long yuan = fen / FEN_PER_YUAN;
        int jiao = (int) (fen % FEN_PER_YUAN / 10);
        int cents = (int) (fen % 10);
        if (jiao == 0 && cents == 0) return (yuan == 0 ? DIGITS[0] : whole(yuan)) + "圆整";
        StringBuilder words = new StringBuilder();
        if (yuan > 0) words.append(whole(yuan)).append('圆');
        if (yuan > 0 && (jiao == 0 || yuan % 10 == 0)) words.append(DIGITS[0]);
        if (jiao > 0) words.append(DIGITS[jiao]).append('角');
        if (cents > 0) words.append(DIGITS[cents]).append('分');
        return words.toString();
    }

    private static String whole(long number) {
        if (number >= HUNDRED_MILLION) return joined(number, HUNDRED_MILLION, "亿");
        if (number >= TEN_THOUSAND) return joined(number, TEN_THOUSAND, "万");
        return section((int) number);
    }

    private static String joined(long number, long unit, String name) {
        long rest = number % unit;
        String gap = rest > 0 && rest < unit / 10 ? DIGITS[0] : "";
        return whole(number / unit) + name + gap + (rest == 0 ? "" : whole(rest));
    }

    /** Four digits at most. */
    private static String section(int number) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = number / TENS[place] % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if (gap) words.append(DIGITS[0]);
            words.append(DIGITS[digit]).append(PLACES[place]);
            gap = false;
        }
        return words.toString();
    }
}
