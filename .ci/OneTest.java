import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test class, or one test as Class#method. Ends with 0 when it passed, 1 when it failed, 2 when there was none. */
class OneTest {

    public static void main(String[] arguments) {
        String[] name = arguments[0].split("#", 2);
        PostDiscoveryFilter named = test -> FilterResult.includedIf(name.length == 1 || test.getSource()
                .filter(MethodSource.class::isInstance).map(source -> ((MethodSource) source).getMethodName().equals(name[1])).orElse(true));
        var listener = new SummaryGeneratingListener();
        try {
            LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(name[0])).filters(named).build(), listener);
        } catch (RuntimeException notRun) {
            notRun.printStackTrace();
            System.exit(2);
        }
        var summary = listener.getSummary();
        summary.getFailures().forEach(failure -> {
            String said = String.valueOf(failure.getException());
            System.out.println("FAILED " + failure.getTestIdentifier().getDisplayName() + ": " + said.substring(0, Math.min(600, said.length())));
        });
        boolean ran = summary.getTestsSucceededCount() + summary.getTotalFailureCount() > 0;
        System.exit(!ran ? 2 : summary.getTotalFailureCount() > 0 ? 1 : 0);
    }
}
