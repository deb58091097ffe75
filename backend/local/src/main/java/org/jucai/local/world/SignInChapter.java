package org.jucai.local.world;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jucai.local.DemoAccount;
import org.jucai.local.DemoChapter;
import org.jucai.platform.membership.PasswordDesk;
import org.jucai.platform.membership.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people who can sign in get their password as everybody does: by the link of a text message. */
@Component
@Order(40)
class SignInChapter implements DemoChapter {

    private static final Pattern LINK = Pattern.compile("/password/([A-Za-z0-9_-]+)");
    private static final int LATELY = 20;
    private static final int AT_ONCE = 2;

    private final PasswordDesk passwords;
    private final Texts texts;

    SignInChapter(PasswordDesk passwords, Texts texts) {
        this.passwords = passwords;
        this.texts = texts;
    }

    @Override
    public String key() {
        return "sign-in";
    }

    @Override
    public String title() {
        return "演示登录账号 Accounts to sign in with";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        return Flux.fromIterable(Person.who())
                .filter(person -> !person.equals(Person.PLATFORM))
                .flatMap(this::choosePassword, AT_ONCE)
                .then();
    }

    private Mono<Void> choosePassword(Person person) {
        String phone = Desk.phone(person.account());
        return passwords.request(person.account())
                .then(Mono.defer(() -> texts.latest(LATELY)))
                .map(lately -> lately.stream().filter(text -> text.phone().equals(phone)).findFirst().orElseThrow())
                .flatMap(text -> passwords.complete(token(text.body()), Person.PASSWORD, "demo-" + person.account()))
                .then();
    }

    private static String token(String text) {
        Matcher found = LINK.matcher(text);
        if (!found.find()) throw new IllegalStateException("a text without its link");
        return found.group(1);
    }

    @Override
    public List<DemoAccount> accounts() {
        return Person.who().stream()
                .map(person -> new DemoAccount(person.name() + " / " + person.nameEn(), person.account(), Person.PASSWORD))
                .toList();
    }
}
