package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.station.web.TestStation.Answer;
import org.wardlight.station.web.TestStation.Call;

/** Who may do what, over every route that there is. */
class AccessTest {

    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /patient",
            "GET /register",
            "GET /burden",
            "GET /pager",
            "GET /login",
            "GET /metrics",
            "GET /healthz",
            "GET /api/openapi.yaml",
            "GET /api/v1/staff",
            "GET /api/v1/session",
            "POST /api/v1/sessions",
            "DELETE /api/v1/sessions",
            "POST /pager/hook");
    private static final Set<String> NURSES = Set.of(
            "POST /api/v1/alarms/{id}/acknowledge",
            "POST /api/v1/alarms/{id}/accept",
            "POST /api/v1/alarms/{id}/reject",
            "POST /api/v1/patients/{ref}/pauses",
            "POST /api/v1/pauses/{id}/end",
            "POST /api/v1/wards/{ward}/beds/{bed}/device",
            "POST /api/v1/wards/{ward}/beds/{bed}/patient",
            "POST /api/v1/wards/{ward}/beds/{bed}/nurse",
            "POST /api/v1/wards/{ward}/swap",
            "POST /api/v1/wards/{ward}/devices",
            "POST /api/v1/patients/{ref}/transfer",
            "POST /api/v1/patients/{ref}/discharge",
            "POST /api/v1/patients/{ref}/demographics",
            "POST /api/v1/patients/{ref}/chart",
            "POST /api/v1/patients/{ref}/chart/{entry}/correct",
            "POST /api/v1/devices/{device}/take-off");
    private static final Set<String> CHARGE = Set.of(
            "POST /api/v1/wards/{ward}/beds",
            "POST /api/v1/wards/{ward}/beds/{bed}/remove",
            "POST /api/v1/wards/{ward}/rota",
            "POST /api/v1/patients/{ref}/silences",
            "POST /api/v1/receivers/{name}/test",
            "POST /api/v1/patients/{ref}/limits",
            "POST /api/v1/patients/{ref}/care-profile",
            "POST /api/v1/patients/{ref}/spo2-scale",
            "POST /api/v1/associations/{association}/correct");

    private static TestStation closed;
    private static TestStation anonymous;

    @BeforeAll
    static void start() throws Exception {
        closed = new TestStation(false);
        anonymous = new TestStation(true);
        closed.alerting.answerWith(404);
    }

    @AfterAll
    static void stop() {
        closed.close();
        anonymous.close();
    }

    @Test
    void withoutASessionOnlyOpenRoutesAnswer() throws Exception {
        for (String route : routes(closed)) {
            int status = call(closed, route).send().status();

            // The pager hook answers 401 by its signature, the session route because there is none.
            boolean mayRefuse = !OPEN.contains(route) || route.endsWith("/hook") || route.endsWith("/session");
            assertThat(status == 401).as(route + " answered " + status).isEqualTo(mayRefuse);
        }
    }

    @Test
    void anonymousViewOpensReadingAndNoCommand() throws Exception {
        for (String route : routes(anonymous)) {
            int status = call(anonymous, route).send().status();

            boolean refused = isCommand(route) || route.endsWith("/hook") || route.endsWith("/session");
            assertThat(status == 401).as(route + " answered " + status).isEqualTo(refused);
        }
    }

    @Test
    void eachRoleMayDoWhatItMayAndNothingMore() throws Exception {
        Map<String, Set<String>> closedTo = new LinkedHashMap<>();
        closedTo.put("moreau", union(NURSES, CHARGE));
        closedTo.put("okafor", CHARGE);
        closedTo.put("haddad", Set.of());
        closedTo.put("ferreira", Set.of());

        for (Map.Entry<String, Set<String>> actor : closedTo.entrySet()) {
            for (String route : routes(closed)) {
                int status = call(closed, route).as(actor.getKey()).send().status();

                assertThat(status == 403)
                        .as(actor.getKey() + " " + route + " answered " + status)
                        .isEqualTo(actor.getValue().contains(route));
            }
        }
    }

    @Test
    void everyCommandThatIsNotOpenBelongsToARole() {
        assertThat(routes(closed))
                .filteredOn(route -> !route.startsWith("GET") && !OPEN.contains(route))
                .allMatch(AccessTest::isCommand);
    }

    @Test
    void sessionCookieIsForTheBrowserOnlyAndEndsWithSigningOut() throws Exception {
        Answer signedIn = closed.call("POST", "/api/v1/sessions")
                .body("{\"actor\":\"okafor\",\"password\":\"" + TestStation.PASSWORD + "\"}")
                .send();
        String cookie = signedIn.header("Set-Cookie");
        String pair = cookie.split(";", -1)[0];

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
        assertThat(session(pair).status()).isEqualTo(200);
        assertThat(session(pair).json().path("name").asText()).isEqualTo("RN Okafor");
        closed.call("DELETE", "/api/v1/sessions").header("Cookie", pair).send();
        assertThat(session(pair).status()).isEqualTo(401);
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        try (TestStation station = new TestStation(false)) {
            for (int i = 0; i < 5; i++) {
                assertThat(wards(station, "wrong").status()).isEqualTo(401);
            }

            assertThat(wards(station, TestStation.PASSWORD).status()).isEqualTo(429);
            assertThat(station.call("POST", "/api/v1/sessions")
                            .body("{\"actor\":\"okafor\",\"password\":\"" + TestStation.PASSWORD + "\"}")
                            .send()
                            .header("Retry-After"))
                    .isEqualTo("60");
        }
    }

    @Test
    void commandFromAnotherSiteIsRefused() throws Exception {
        String own = "http://127.0.0.1:" + closed.http.port();

        assertThat(acknowledge("https://evil.example").status()).isEqualTo(403);
        assertThat(acknowledge("null").status()).isEqualTo(403);
        assertThat(acknowledge(own).status()).isNotEqualTo(403);
    }

    @Test
    void addressThatDoesNotExistIsAProblemWithAReference() throws Exception {
        Answer answer = closed.call("GET", "/api/v2/nothing").as("okafor").send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("reference").asText()).isNotEmpty();
    }

    @Test
    void bodyThatIsTooLargeIsRefused() throws Exception {
        Answer answer = closed.call("POST", "/api/v1/sessions")
                .body("{\"actor\":\"" + "x".repeat(100_000) + "\"}")
                .send();

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void withoutPagerThereIsNoHook() throws Exception {
        try (TestStation station = new TestStation(true, false)) {
            assertThat(station.call("POST", "/pager/hook").body("{}").send().status())
                    .isEqualTo(404);
            assertThat(station.call("GET", "/pager/stream").send().status()).isEqualTo(404);
        }
    }

    private static boolean isCommand(String route) {
        return NURSES.contains(route) || CHARGE.contains(route);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static List<String> routes(TestStation station) {
        List<String> routes = new ArrayList<>();
        station.http.server().unsafe.internalRouter.allHttpHandlers().forEach(handler -> {
            if (handler.endpoint.method.isHttpMethod()) {
                routes.add(handler.endpoint.method.name() + " " + handler.endpoint.path);
            }
        });
        assertThat(routes).hasSizeGreaterThan(15);
        return routes;
    }

    private static Call call(TestStation station, String route) {
        int space = route.indexOf(' ');
        // Names that are nowhere, so that a command that takes no body does nothing.
        String path = route.substring(space + 1)
                .replace("{ward}", "ward-7")
                .replace("{bed}", "01")
                .replace("{ref}", "p-" + "0".repeat(32))
                .replaceAll("\\{[a-z]+}", "a1");
        Call call = station.call(route.substring(0, space), path);
        return route.startsWith("POST") ? call.body("{}") : call;
    }

    private static Answer session(String cookie) throws Exception {
        return closed.call("GET", "/api/v1/session").header("Cookie", cookie).send();
    }

    private static Answer wards(TestStation station, String password) throws Exception {
        return station.call("GET", "/api/v1/wards").basic("okafor", password).send();
    }

    private static Answer acknowledge(String origin) throws Exception {
        return closed.call("POST", "/api/v1/alarms/a1/acknowledge")
                .as("okafor")
                .header("Origin", origin)
                .body("{}")
                .send();
    }
}
