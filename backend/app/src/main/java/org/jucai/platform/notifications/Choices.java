package org.jucai.platform.notifications;

import java.util.Map;
import java.util.Optional;

/**
 * What a person wants to be told where, and when.
 *
 * @param kinds by kind; a kind that is not named comes into the inbox and nowhere else
 * @param timing when text messages and 企业微信 may come; the inbox is never late
 */
public record Choices(Map<NoticeKind, Places> kinds, Timing timing, Language language) {

    static final Choices USUAL = new Choices(Map.of(), new Timing(Optional.empty(), Optional.empty(), false), Language.ZH);

    /** Where notices of a kind come. What binds comes into the inbox in any case. */
    public record Places(boolean inbox, boolean sms, boolean weCom) {

        static final Places USUAL = new Places(true, false, false);
    }

    /**
     * When messages may come.
     *
     * @param quiet not within these times
     * @param digestAtMinute once a day at this minute; empty where at once
     * @param workingDaysOnly not on days off
     */
    public record Timing(Optional<Quiet> quiet, Optional<Integer> digestAtMinute, boolean workingDaysOnly) {}

    /** A part of each day, in minutes from midnight in Beijing; it may pass midnight. The first minute is quiet, the last is not. */
    public record Quiet(int fromMinute, int toMinute) {

        boolean has(int minute) {
            return fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
        }
    }

    /** In what language messages are written; pages say theirs themselves. */
    public enum Language { ZH, EN }

    public Choices {
        kinds = Map.copyOf(kinds);
    }

    public Places of(NoticeKind kind) {
        return kinds.getOrDefault(kind, Places.USUAL);
    }

    boolean wants(Channel channel, NoticeKind kind) {
        return switch (channel) {
            case SMS -> of(kind).sms();
            case WECOM -> of(kind).weCom();
        };
    }

    boolean wantsWeCom() {
        return kinds.values().stream().anyMatch(Places::weCom);
    }
}
