package io.casemate.core.plan.program;

import java.util.ArrayList;
import java.util.List;

/** Choices made so far with the value of every term, kept up to date choice by choice. */
final class Standings {
    private final Program program;
    private final int[][] termsOf;
    final boolean[] placed;
    private final double[] values;
    private double sum;
    private long cost;

    Standings(Program program, boolean[] placed) {
        this.program = program;
        this.placed = placed.clone();
        this.termsOf = termsOf(program);
        this.values = new double[program.terms().size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = program.terms().get(t).at(this.placed);
            sum += values[t];
        }
        cost = program.cost(this.placed);
    }

    private static int[][] termsOf(Program program) {
        List<List<Integer>> of = new ArrayList<>();
        for (int i = 0; i < program.costs().length; i++) {
            of.add(new ArrayList<>());
        }
        for (int t = 0; t < program.terms().size(); t++) {
            for (int choice : program.terms().get(t).choices()) {
                of.get(choice).add(t);
            }
        }
        return of.stream().map(l -> l.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
    }

    long cost() {
        return cost;
    }

    /** The sum of the terms. */
    double sum() {
        return sum;
    }

    double value(int term) {
        return values[term];
    }

    int[] termsOf(int choice) {
        return termsOf[choice];
    }

    /** How much the terms would change if the choice were turned over. */
    double change(int choice) {
        placed[choice] ^= true;
        double change = 0;
        for (int t : termsOf[choice]) {
            change += program.terms().get(t).at(placed) - values[t];
        }
        placed[choice] ^= true;
        return change;
    }

    void turn(int choice) {
        placed[choice] ^= true;
        cost += placed[choice] ? program.costs()[choice] : -program.costs()[choice];
        for (int t : termsOf[choice]) {
            double now = program.terms().get(t).at(placed);
            sum += now - values[t];
            values[t] = now;
        }
    }

    void become(boolean[] other) {
        for (int i = 0; i < placed.length; i++) {
            if (placed[i] != other[i]) {
                turn(i);
            }
        }
    }
}
