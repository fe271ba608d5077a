package org.wardlight.station.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The pages of the browser side and the files they need. */
final class Pages {

    /** Where a page is served, and its file. */
    private static final Map<String, String> FILES = Map.of(
            "/", "/web/index.html",
            "/patient", "/web/patient.html",
            "/register", "/web/register.html",
            "/burden", "/web/burden.html",
            "/pager", "/web/pager.html",
            "/login", "/web/login.html");

    /** Where the one import map goes in each page: browsers take none from a file of its own. */
    private static final String MAP_HERE = "    <!-- import map -->\n";

    private final Map<String, String> html = new LinkedHashMap<>();

    Pages() {
        String map = read("/web/import-map.html");
        FILES.forEach((path, file) -> html.put(path, read(file).replace(MAP_HERE, map)));
    }

    Collection<String> contents() {
        return html.values();
    }

    void register(JavalinConfig config) {
        html.forEach((path, page) -> config.routes.get(path, ctx -> ctx.html(page), Access.OPEN));
        files(config, "/assets", "/web");
        files(config, "/webjars", "/META-INF/resources/webjars");
    }

    private static void files(JavalinConfig config, String path, String directory) {
        config.staticFiles.add(files -> {
            files.hostedPath = path;
            files.directory = directory;
            files.location = Location.CLASSPATH;
            files.roles = Set.of(Access.OPEN);
            // Asked for again each time, answered by 304 while unchanged: an update must not wait for a cache.
            files.headers = Map.of("Cache-Control", "no-cache");
        });
    }

    private static String read(String file) {
        try (InputStream in = Pages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
