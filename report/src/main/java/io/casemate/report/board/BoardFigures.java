package io.casemate.report.board;

import io.casemate.core.risk.Band;
import java.time.Instant;
import java.util.List;

/**
 * Everything that a board's report says; texts are whole sentences, cut to the room they have.
 *
 * @param owner who answers for the system; may be empty
 * @param appetite the highest band that is accepted
 * @param headline the first sentence: what it costs, or what is wrong
 * @param position where that leaves us against what we accept
 * @param concerns the worst things that can happen, at most five
 * @param concernsMore how many more there are
 * @param asks what is asked of the board, the most urgent first, at most five
 * @param asksMore how many more there are
 * @param unknowns what the figures do not know
 */
public record BoardFigures(
        String system,
        String owner,
        Instant asOf,
        Band appetite,
        Standing standing,
        String headline,
        String position,
        List<Tile> tiles,
        BoardMoney money,
        Trend trend,
        List<Concern> concerns,
        int concernsMore,
        List<Ask> asks,
        int asksMore,
        List<Conformity> conformities,
        List<String> unknowns) {
    /** How the risks stand against what is accepted: the appetite. */
    public enum Standing {
        ABOVE,
        UNDECIDED,
        WITHIN
    }

    /**
     * One large figure.
     *
     * @param alarm whether it is one to worry about
     */
    public record Tile(String label, String value, String note, boolean alarm) {}

    /**
     * One thing that can happen.
     *
     * @param title its name, and where
     * @param what can happen, in a sentence
     * @param harm what that means for us
     * @param chance how likely within a year
     * @param cost what it costs; empty where nobody stated a loss
     * @param plan what is done about it, or that nothing is
     */
    public record Concern(
            String title,
            String what,
            String harm,
            String chance,
            String cost,
            String plan,
            Band band,
            boolean happened) {}

    /**
     * One decision that is asked for.
     *
     * @param act one word: decide, fund, confirm, order
     * @param what is to be decided
     * @param who answers for it and by when; may be empty
     */
    public record Ask(String act, String what, String who, boolean overdue) {}

    /**
     * How far a published list is met.
     *
     * @param shown requirements that fresh evidence shows
     * @param claimed requirements that somebody says are met, or that evidence showed too long ago
     * @param applicable requirements that concern the system
     */
    public record Conformity(String framework, long shown, long claimed, long applicable) {
        /** Share of the applicable requirements in percent, 0 to 100. */
        public long shownPercent() {
            return applicable == 0 ? 0 : Math.round(100.0 * shown / applicable);
        }

        public long claimedPercent() {
            return applicable == 0 ? 0 : Math.round(100.0 * claimed / applicable);
        }
    }

    public BoardFigures {
        tiles = List.copyOf(tiles);
        concerns = List.copyOf(concerns);
        asks = List.copyOf(asks);
        conformities = List.copyOf(conformities);
        unknowns = List.copyOf(unknowns);
    }
}
