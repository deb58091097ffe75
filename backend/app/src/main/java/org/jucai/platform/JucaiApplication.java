package org.jucai.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jucai.platform.award.AwardCommand;
import org.jucai.platform.bidding.EnvelopeCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The application. It needs a PostgreSQL and a Redis, named by environment variables; see the README. With {@code award} or
 * {@code envelope} as the first argument it is a command of files alone, and nothing else starts.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class JucaiApplication {

    public static void main(String[] args) {
        String command = args.length > 0 ? args[0] : "";
        List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
        if (command.equals("award")) System.exit(AwardCommand.run(rest, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
        if (command.equals("envelope")) System.exit(EnvelopeCommand.run(rest, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
        SpringApplication.run(JucaiApplication.class, args);
    }

    /** Chinese is written whatever the locale of the process. */
    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
