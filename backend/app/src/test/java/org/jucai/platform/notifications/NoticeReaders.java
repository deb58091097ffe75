package org.jucai.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jucai.platform.testing.Client;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** Everybody who was told something goes to the page that it leads to. */
@TestComponent
public class NoticeReaders {

    /** What each page asks first, by its path; its further questions are its own matter. */
    private static final Map<Pattern, String> QUESTIONS = new LinkedHashMap<>();

    static {
        String id = "([0-9a-f-]{36})";
        QUESTIONS.put(Pattern.compile("/association/rounds/" + id + "(?:/award)?"), "/api/rounds/$1");
        QUESTIONS.put(Pattern.compile("/my/rounds/" + id), "/api/rounds/$1");
        QUESTIONS.put(Pattern.compile("/start/rounds/" + id + "/(?:offer|outcome)"), "/api/rounds/$1");
        QUESTIONS.put(Pattern.compile("/rounds/" + id + "(?:/award)?"), "/api/rounds/$1");
        QUESTIONS.put(Pattern.compile("/rounds/" + id + "/opening"), "/api/rounds/$1/opening");
        QUESTIONS.put(Pattern.compile("/my/lines/" + id), "/api/demand-lines/$1");
        QUESTIONS.put(Pattern.compile("/(contracts|deliveries|batches|settlements|recalls)/" + id), "/api/$1/$2");
        QUESTIONS.put(Pattern.compile("/gate/" + id), "/api/deliveries/$1");
        QUESTIONS.put(Pattern.compile("/bench/([A-Z0-9-]+)"), "/api/samples/$1");
        QUESTIONS.put(Pattern.compile("/association/alerts"), "/api/control-periods");
        QUESTIONS.put(Pattern.compile("/(deliveries|goods)"), "/api/deliveries");
        QUESTIONS.put(Pattern.compile("/my/file"), "/api/enterprises/{party}");
        QUESTIONS.put(Pattern.compile("/start"), "/api/rounds");
        QUESTIONS.put(Pattern.compile("/notices/webhooks/" + id), "/api/webhooks/$1");
    }

    private final NoticeTicks notices;

    NoticeReaders(NoticeTicks notices) {
        this.notices = notices;
    }

    /** What somebody was told, oldest first. */
    public List<JsonNode> inbox(Client who) {
        notices.fold();
        return who.get("/api/notices?limit=200").ok().path("items").valueStream().toList().reversed();
    }

    public List<String> told(Client who) {
        return inbox(who).stream().map(one -> one.path("type").asString()).toList();
    }

    /** Only what was told of one kind. */
    public List<String> told(Client who, NoticeKind kind) {
        return inbox(who).stream().filter(one -> one.path("kind").asString().equals(kind.name())).map(one -> one.path("type").asString()).toList();
    }

    /** Each of them follows everything they were told. */
    public void follow(List<Client> all) {
        for (Client who : all) {
            Map<String, Set<String>> typesOfPath = new LinkedHashMap<>();
            inbox(who).forEach(one -> typesOfPath.computeIfAbsent(one.path("path").asString(), _ -> new TreeSet<>()).add(one.path("type").asString()));
            typesOfPath.forEach((path, told) -> assertThat(who.get(question(path, who.party().toString())).status()).as("%s leads to %s", told, path).isEqualTo(200));
        }
    }

    private static String question(String path, String party) {
        for (Map.Entry<Pattern, String> one : QUESTIONS.entrySet()) {
            Matcher found = one.getKey().matcher(path);
            if (!found.matches()) continue;
            String asked = one.getValue().replace("{party}", party);
            for (int group : Arrays.asList(1, 2)) if (found.groupCount() >= group) asked = asked.replace("$" + group, found.group(group));
            return asked;
        }
        throw new AssertionError("a notice leads to " + path + ", which is no page that this test knows");
    }
}
