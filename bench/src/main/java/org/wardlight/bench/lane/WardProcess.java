package org.wardlight.bench.lane;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A ward in a process of its own, so that the operating system counts what it uses and nothing of the driver. Its first word is
 * {@code READY} and where it is; it answers {@code heap} and {@code threads}, and ends with its input.
 */
public final class WardProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration END_WITHIN = Duration.ofSeconds(25);
    private static final String READY = "READY ";
    private static final String HEAP = "HEAP ";
    private static final String THREADS = "THREADS ";

    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;
    private final JsonNode places;

    private WardProcess(Process process, BufferedReader answers, Writer commands, JsonNode places) {
        this.process = process;
        this.answers = answers;
        this.commands = commands;
        this.places = places;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param command the whole command line
     * @param errors receives what it says beside its answers
     * @throws IOException when it does not get ready in time
     */
    public static WardProcess start(List<String> command, Path errors) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Writer commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread giveUp = new Thread(() -> endUnlessReady(process), "bench-ward-patience");
        giveUp.setDaemon(true);
        giveUp.start();
        String ready = awaited(answers, READY, errors);
        giveUp.interrupt();
        return new WardProcess(process, answers, commands, new ObjectMapper().readTree(ready));
    }

    private static void endUnlessReady(Process process) {
        try {
            TimeUnit.MILLISECONDS.sleep(READY_WITHIN.toMillis());
            process.destroyForcibly();
        } catch (InterruptedException e) {
            // It is ready.
            Thread.currentThread().interrupt();
        }
    }

    private static String awaited(BufferedReader answers, String word, Path errors) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length());
            }
        }
        throw new IOException("The ward under test ended before it was ready; " + errors + " says why.");
    }

    /** Where devices publish. */
    public URI mqtt() {
        return URI.create(places.path("mqtt").asText());
    }

    /** Its log; empty when it has none. */
    public String kafka() {
        return places.path("kafka").asText("");
    }

    /** Its site. */
    public String site() {
        return places.path("site").asText();
    }

    /** The names of its beds, in order. */
    public List<String> beds() {
        return new ObjectMapper()
                .convertValue(
                        places.path("beds"),
                        new ObjectMapper().getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** CPU time that it has used, user and system, by the account of the operating system. */
    public Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell the CPU time of a process"));
    }

    /** Bytes in use on its heap after it was told to collect. */
    public long heapBytes() throws IOException {
        return Long.parseLong(asked("heap", HEAP).strip());
    }

    /** CPU time of its Java threads that live, ns, by what they do; neither compiler nor garbage collector is among them. */
    public Map<String, Long> threads() throws IOException {
        return new ObjectMapper().readValue(asked("threads", THREADS), new TypeReference<>() {});
    }

    private String asked(String command, String word) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return awaited(answers, word, Path.of("its log"));
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
