package io.casemate.scan.spi;

import io.casemate.scan.call.Judge;
import io.casemate.scan.call.Judgement;

/**
 * One reading of one content: what a scanner sees goes here. Offsets are those of the content that is read. Used by one
 * thread.
 */
public interface Inspection {
    /** The bounds of this reading. */
    Limits limits();

    /**
     * Says that the reading goes on. To be called at least for each 64 KiB or some thousand steps of work: where the time is
     * over it throws {@link Stopped}, which a scanner lets through.
     */
    void step();

    /** Asks for memory or for unpacked bytes before they are taken; throws {@link Stopped} where the budget is spent. */
    void spend(long bytes);

    /**
     * A finding.
     *
     * @param rule id of a rule in {@code knowledge/scanners}, "code/dangerous-call"; the rule knows severity and remedy
     * @param offset where in the content, or -1
     * @param message what was found, one sentence without a full stop, in plain words
     */
    void found(String rule, long offset, String message);

    /** A judgement about a call or an import; one that is safe is no finding. */
    default void found(Judgement judgement, long offset) {
        if (!judgement.safe()) {
            found(judgement.rule(), offset, judgement.message());
        }
    }

    /** Judges calls, with the organisation's allow-list. */
    Judge judge();

    /** Something that could not be looked at, and why. It keeps the verdict from being clean. */
    void gap(long offset, String what);

    /** Bytes whose meaning was understood. What nobody understood is named as a gap in the end. May overlap, any order. */
    void read(long offset, long length);

    /**
     * Content inside this content, to be routed by its own bytes. Its bytes count as read as far as the content is.
     *
     * @param offset where it begins here, as stored
     * @param length how many bytes it takes here, as stored; 0 where its bytes were counted already
     */
    void nested(Content inner, long offset, long length);

    /** Numbers to be looked at as weights; their bytes count as read. */
    void tensor(Tensor tensor);

    /** A fact worth telling about the file: "framework" = "PyTorch", "architecture" = "LlamaForCausalLM". */
    void fact(String name, String value);

    /** A global that loading this content needs, for an allow-list of exactly these: "collections", "OrderedDict". */
    void needs(String module, String name);

    /** A line of pseudo-code of what loading would do; asked for by {@link Limits#explain()}. */
    void explain(String line);

    /** The content was of this scanner's format after all; a scanner that was only possible says so as soon as it knows. */
    void accept();

    /** The content is not of this scanner's format: forget what was told, unless somebody accepted before. */
    void reject();
}
