package org.wardlight.app.terminal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Shows what strangers sent. Control characters never reach the terminal, where they could move the cursor, rename the
 * window or hide what stands before them.
 */
public final class SafeText {

    private static final int HEX_ROW = 16;

    private SafeText() {}

    /** One line: control and format characters as {@code \}{@code u001b}, cut to {@code longest} characters. */
    public static String line(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> append(safe, point, false));
        return text.codePointCount(0, text.length()) > longest ? safe + "..." : safe.toString();
    }

    /** Bytes as text when they are text, else as rows of hexadecimal digits with their offset. */
    public static String bytes(byte[] bytes) {
        return text(bytes).orElseGet(() -> hex(bytes));
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            long odd = text.codePoints().filter(SafeText::isUnsafe).count();
            if (odd * 10 > text.length()) {
                return Optional.empty();
            }
            StringBuilder safe = new StringBuilder();
            text.codePoints().forEach(point -> append(safe, point, true));
            return Optional.of(safe.toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static String hex(byte[] bytes) {
        HexFormat format = HexFormat.ofDelimiter(" ");
        StringBuilder rows = new StringBuilder();
        for (int from = 0; from < bytes.length; from += HEX_ROW) {
            int to = Math.min(from + HEX_ROW, bytes.length);
            rows.append(String.format("%08x  %-47s  ", from, format.formatHex(bytes, from, to)));
            for (int i = from; i < to; i++) {
                rows.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
            }
            rows.append('\n');
        }
        return rows.toString().stripTrailing();
    }

    private static void append(StringBuilder safe, int point, boolean keepLines) {
        if (isUnsafe(point) || (!keepLines && (point == '\n' || point == '\t'))) {
            safe.append(String.format("\\u%04x", point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static boolean isUnsafe(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
