package org.wardlight.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A real browser on the real board: two of them see the alarm, one acknowledges, both know. Needs Chromium. */
class BoardBrowserE2E {

    private static final double PATIENCE = 60_000;

    @Test
    void closesTheLoopOnEveryOpenBrowser() {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "skipped: no Chromium on this machine");
        try (EmbeddedWard ward = Wards.start(4, "sepsis", 6);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            List<String> errors = new ArrayList<>();
            Page nurse = open(browser, ward, errors);
            Page wall = open(browser, ward, errors);

            assertThat(spo2Alarm(nurse, "active-unacknowledged"))
                    .isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
            signIn(nurse, ward);
            acknowledge(nurse);

            for (Page page : List.of(nurse, wall)) {
                assertThat(spo2Alarm(page, "active-acknowledged"))
                        .containsText("Okafor", new ContainsTextOptions().setTimeout(PATIENCE));
            }
            assertThat(errors).as("errors in the browser's console").isEmpty();
        }
    }

    private static Page open(Browser browser, EmbeddedWard ward, List<String> errors) {
        Page page = browser.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.navigate(ward.view().board().toString());
        assertThat(page.locator("wl-tile")).hasCount(5);
        return page;
    }

    private static Locator spo2Alarm(Page page, String state) {
        return page.locator("wl-alarm-list li[data-bed='04'][data-rule='spo2-low']." + state);
    }

    private static void signIn(Page page, EmbeddedWard ward) {
        page.locator("wl-header button", new Page.LocatorOptions().setHasText("Sign in"))
                .click();
        page.locator("wl-sign-in select").selectOption("okafor");
        page.locator("wl-sign-in input[type='password']").fill(ward.view().password());
        page.locator("wl-sign-in button.primary").click();
        assertThat(page.locator("wl-header .user")).containsText("Okafor");
    }

    /** The board refuses a press while its list has just moved, as a nurse's finger may have meant another alarm. */
    private static void acknowledge(Page page) {
        Locator waiting = spo2Alarm(page, "active-unacknowledged");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    if (waiting.count() > 0) {
                        waiting.locator("button.acknowledge").click();
                    }
                    page.waitForTimeout(500);
                    return waiting.count() == 0;
                });
    }

    private static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
