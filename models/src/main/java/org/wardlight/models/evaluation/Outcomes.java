package org.wardlight.models.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How stays ended, by their id: the outcome file of the Challenge 2012, with the columns {@code RecordID} and {@code
 * In-hospital_death}. Measures one value a stay against it.
 *
 * @param died whether the stay ended in death, by its id
 */
public record Outcomes(Map<String, Boolean> died) {

    /** Copies the map. */
    public Outcomes {
        died = Map.copyOf(died);
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Outcomes read(Path file) throws IOException {
        Map<String, Boolean> died = new HashMap<>();
        try (InputStream content = Files.newInputStream(file)) {
            Cells.read("The outcome file", ',', content, (line, cells) -> {
                double death = Cells.number("The outcome file", cells, "In-hospital_death");
                died.put(cells.getOrDefault("RecordID", ""), death == 1);
            });
        }
        return new Outcomes(died);
    }

    /**
     * Measures values of stays.
     *
     * @param values one a stay, by its id; a stay whose end is not known is left out
     * @param probabilities whether the values are probabilities of death, so that event 2 means something
     */
    public Map<String, Double> figures(Map<String, Double> values, boolean probabilities) {
        List<String> ids = values.keySet().stream().filter(died::containsKey).toList();
        double[] known = ids.stream()
                .mapToDouble(id -> values.getOrDefault(id, Double.NaN))
                .toArray();
        boolean[] happened = new boolean[known.length];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = Boolean.TRUE.equals(died.get(ids.get(i)));
        }
        Ranking ranking = new Ranking(known, happened);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("stays", (double) known.length);
        figures.put("auroc", ranking.auroc());
        figures.put("auprc", ranking.auprc());
        figures.put("event1Best", ranking.bestOfSensitivityAndPredictivity());
        if (probabilities) {
            figures.put("event2", MortalityScore.event2(known, happened));
        }
        return figures;
    }
}
