package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the modules of a page from import to import, as a browser does with the import map of the page. */
final class Imports {

    private static final Pattern MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)(?:^|[;}])\\s*(?:import|export)\\b[^'\"();=]*?['\"]([^'\"]+)['\"]");

    private final Server server;
    private final Set<String> loaded = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    Imports(Server server) {
        this.server = server;
    }

    /** What a page, or a module that it needs, asks for in vain. */
    Set<String> missingFrom(String page) throws Exception {
        String html = server.get(page).text();
        Matcher map = MAP.matcher(html);
        JsonNode names =
                new ObjectMapper().readTree(map.find() ? map.group(1) : "{}").path("imports");
        Deque<String> waiting = new ArrayDeque<>();
        Matcher script = SCRIPT.matcher(html);
        while (script.find()) {
            waiting.add(script.group(1));
        }
        while (!waiting.isEmpty()) {
            follow(waiting.remove(), names, waiting);
        }
        return missing;
    }

    /** Everything that was there. */
    Set<String> loaded() {
        return loaded;
    }

    private void follow(String path, JsonNode names, Deque<String> waiting) throws Exception {
        if (loaded.contains(path) || missing.contains(path)) {
            return;
        }
        TestStation.Answer answer = path.startsWith("/") ? server.get(path) : null;
        if (answer == null
                || answer.status() != 200
                || !answer.header("Content-Type").contains("javascript")) {
            missing.add(path);
            return;
        }
        loaded.add(path);
        Matcher found = IMPORT.matcher(answer.text());
        while (found.find()) {
            waiting.add(resolve(path, found.group(1), names));
        }
    }

    /** A bare name by the map, the longest prefix first; a path against the module that asks. */
    private static String resolve(String from, String name, JsonNode names) {
        if (name.startsWith(".") || name.startsWith("/")) {
            return URI.create(from).resolve(name).toString();
        }
        if (names.has(name)) {
            return names.path(name).asText();
        }
        int slash = name.indexOf('/');
        String prefix = slash < 0 ? name : name.substring(0, slash + 1);
        return names.has(prefix) ? names.path(prefix).asText() + name.substring(prefix.length()) : name;
    }

    @FunctionalInterface
    interface Server {
        TestStation.Answer get(String path) throws Exception;
    }
}
