package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.station.web.TestStation.Answer;

class PagesTest {

    private static TestStation station;

    @BeforeAll
    static void start() throws Exception {
        station = new TestStation(false);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @Test
    void pagesAreThereWithoutSigningIn() throws Exception {
        for (String path : List.of("/", "/patient", "/register", "/burden", "/pager", "/login")) {
            Answer answer = station.call("GET", path).send();

            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void onlyTheImportMapOfThePageMayRunInline() throws Exception {
        Answer answer = station.call("GET", "/").send();
        String page = answer.text().replace("\r\n", "\n");
        String open = "<script type=\"importmap\">";
        int start = page.indexOf(open) + open.length();
        String map = page.substring(start, page.indexOf("</script>", start));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void everyAnswerCarriesTheSafetyHeaders() throws Exception {
        for (String path : List.of("/", "/assets/theme.css", "/api/v1/staff", "/api/v1/wards", "/nothing")) {
            Answer answer = station.call("GET", path).send();

            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
        }
    }

    @Test
    void filesHaveTheirTypes() throws Exception {
        assertThat(type("/assets/theme.css")).startsWith("text/css");
        assertThat(type("/assets/theme.js")).contains("javascript");
        assertThat(type("/assets/icon.svg")).startsWith("image/svg+xml");
        assertThat(type("/webjars/lit/3.3.2/index.js")).contains("javascript");
    }

    @Test
    void everyModuleThatAPageNeedsIsThere() throws Exception {
        for (String page : List.of("/", "/patient", "/register", "/burden", "/pager", "/login")) {
            Imports imports = new Imports(path -> station.call("GET", path).send());

            assertThat(imports.missingFrom(page)).as(page).isEmpty();
            assertThat(imports.loaded()).as(page).contains("/webjars/lit/3.3.2/index.js");
            assertThat(imports.loaded().stream().anyMatch(path -> path.contains("/chart.js/")))
                    .as(page + " loads charts only where there are some")
                    .isEqualTo(page.equals("/patient"));
        }
    }

    @Test
    void importThatLeadsNowhereIsFound() throws Exception {
        Imports imports = new Imports(path -> path.equals("/assets/board.js")
                ? station.call("GET", "/nothing").send()
                : station.call("GET", path).send());

        assertThat(imports.missingFrom("/")).containsExactly("/assets/board.js");
    }

    @Test
    void nothingOutsideTheFilesIsServed() throws Exception {
        for (String path : List.of(
                "/assets/%2e%2e/org/wardlight/station/demo-ward.yaml",
                "/assets/..%2forg/wardlight/station/demo-ward.yaml", "/org/wardlight/station/demo-ward.yaml")) {
            Answer answer = station.call("GET", path).send();

            assertThat(answer.status()).as(path).isBetween(400, 499);
            assertThat(answer.text()).doesNotContain("device-profiles");
        }
    }

    private static String type(String path) throws Exception {
        Answer answer = station.call("GET", path).send();
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.header("Content-Type");
    }
}
