package org.jucai.platform.contracts;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through clauses in free text for what would undo the contract's terms. It knows the usual phrases, in Chinese and English, however
 * spaced; it does not understand language, so a clause it lets pass is not thereby a good one.
 */
final class ClauseText {

    /** 背靠背, or payment after or on condition that somebody else pays. */
    private static final Pattern PAY_WHEN_PAID = Pattern.compile("""
            背[靠对]背|backtoback|pay(when|if)paid\
            |(下游|成员|会员|买方客户|终端|最终用户|业主|第三方|财政|上级)[^。;]{0,16}(付款|回款|支付|拨款|到账|到位|货款)[^。;]{0,8}(后|之日起|为前提|为条件)\
            |(收到|取得)[^。;]{0,6}(下游|成员|会员|终端|最终用户|业主|第三方|财政)[^。;]{0,12}(款|支付)\
            |以[^。;]{0,16}(付款|回款|到账|支付)[^。;]{0,4}为(前提|条件)|(after|once|upon|when)[^.;]{0,30}(ispaidby|haspaid|receivespayment|receivedpayment)""");

    private static final Pattern FEE_GROWS = Pattern.compile("""
            资金占用费|垫资[^。;]{0,6}(利息|费|成本)|(服务费|代理费|手续费|管理费|加价|费率)[^。;]{0,16}(按日|按天|每日|每天|按月|每月|逐月|日息|月息|年化|年利率)\
            |(按日|按天|每日|每天|按月|每月|逐月)[^。;]{0,16}(服务费|代理费|手续费|管理费|加价)|fee[^.;]{0,30}(perday|permonth|daily|monthly|perannum)""");

    /** A clause that forbids it, as the regulation does. */
    private static final Pattern FORBIDDEN = Pattern.compile("(不得|不以|不因|禁止|无论|不论|mustnot|shallnot|isnot|regardlessof)");

    private static final Pattern TERM = Pattern.compile("([0-9]{1,4}|[一二三四五六七八九十百两半]{1,5})(个)?(自然|工作)?(日|天|月|年|days|months)");
    private static final Pattern PAYS = Pattern.compile("(付款|支付|付清|结清|结算|pay)");
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int DAYS_OF_A_YEAR = 365;

    private ClauseText() {}

    /** What is found, with the words that say it. @param paysSmall whether a small or medium firm is paid by the contract */
    static Map<Finding.Clause, String> findings(String clause, boolean paysSmall) {
        Map<Finding.Clause, String> found = new LinkedHashMap<>();
        for (String sentence : plain(clause).split("[。;；!！]")) {
            look(PAY_WHEN_PAID, sentence, Finding.Clause.PAY_WHEN_PAID, found);
            look(FEE_GROWS, sentence, Finding.Clause.FEE_GROWS, found);
            if (paysSmall) late(sentence, found);
        }
        return found;
    }

    /** One way of writing: half width, small letters, nothing between the characters that carries no meaning. */
    private static String plain(String clause) {
        return Normalizer.normalize(clause, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cf}\\-_·.、,，\"'“”‘’()（）*]", "");
    }

    private static void look(Pattern wanted, String sentence, Finding.Clause clause, Map<Finding.Clause, String> found) {
        Matcher words = wanted.matcher(sentence);
        if (words.find() && !FORBIDDEN.matcher(sentence.substring(0, words.start())).find() && !FORBIDDEN.matcher(words.group()).find()) found.putIfAbsent(clause, words.group());
    }

    private static void late(String sentence, Map<Finding.Clause, String> found) {
        if (!PAYS.matcher(sentence).find()) return;
        Matcher term = TERM.matcher(sentence);
        while (term.find()) {
            if (days(term) > ClauseChecker.MOST_DAYS) found.putIfAbsent(Finding.Clause.PAYMENT_TOO_LATE, term.group());
        }
    }

    private static long days(Matcher term) {
        long number = number(term.group(1));
        return switch (term.group(4)) {
            case "月", "months" -> term.group(1).equals("半") ? DAYS_OF_A_MONTH / 2 : number * DAYS_OF_A_MONTH;
            case "年" -> term.group(1).equals("半") ? DAYS_OF_A_YEAR / 2 : number > 10 ? 0 : number * DAYS_OF_A_YEAR;
            default -> number;
        };
    }

    /** Up to 999, in digits or as 一百二十. */
    private static long number(String written) {
        if (Character.isDigit(written.charAt(0))) return Long.parseLong(written);
        long whole = 0;
        long digit = 0;
        for (char c : written.toCharArray()) {
            switch (c) {
                case '百' -> whole += Math.max(1, digit) * 100;
                case '十' -> whole += Math.max(1, digit) * 10;
                default -> digit = c == '两' ? 2 : "一二三四五六七八九".indexOf(c) + 1;
            }
            if (c == '百' || c == '十') digit = 0;
        }
        return whole + digit;
    }
}
