package io.casemate.scan.boosted;

import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** The JSON of XGBoost (doc/model.schema), read token by token. */
final class XgboostJson {
    private static final int KEEP_MAX = 64 << 10;

    private final JsonTokens json;
    private final Inspection inspection;
    private boolean learner;
    private boolean known;

    private XgboostJson(JsonTokens json, Inspection inspection) {
        this.json = json;
        this.inspection = inspection;
    }

    static void read(Content content, Inspection inspection) {
        var json = new JsonTokens(content, 0, content.size(), KEEP_MAX, inspection);
        var reading = new XgboostJson(json, inspection);
        try {
            reading.walk();
        } catch (BrokenJson e) {
            if (reading.known) {
                inspection.gap(e.offset(), "the model is not JSON: " + e.what());
                return;
            }
        }
        if (!reading.known) {
            inspection.reject();
            return;
        }
        inspection.read(0, json.position());
        inspection.read(json.position(), blanks(content, json.position()));
    }

    private static long blanks(Content content, long from) {
        long at = from;
        while (at < content.size() && " \t\r\n\0".indexOf(content.u8(at)) >= 0) {
            at++;
        }
        return at - from;
    }

    private void walk() {
        String name = "";
        for (Token token = json.next(); token != Token.END; token = json.next()) {
            if (token == Token.NAME) {
                name = json.text();
                recognise(name);
            } else if (token == Token.TEXT && !name.equals("feature_names")) { // columns may be named like code
                Tree.text(json.text(), json.offset(), inspection);
            } else if (token == Token.BEGIN_ARRAY && (name.equals("left_children") || name.equals("right_children"))) {
                children();
            }
        }
    }

    private void recognise(String name) {
        learner |= json.depth() == 1 && name.equals("learner");
        if (learner
                && !known
                && json.depth() == 2
                && (name.equals("gradient_booster") || name.equals("learner_model_param"))) {
            known = true;
            BoostedScanner.accept("XGBoost", inspection);
        }
    }

    private void children() {
        long at = json.offset();
        long count = 0;
        long most = -1;
        for (Token token = json.next(); token != Token.END_ARRAY; token = json.next()) {
            if (token != Token.NUMBER) {
                throw json.broken("a child is no number");
            }
            count++;
            double child = Double.parseDouble(json.text());
            most = child < -1 || child > Integer.MAX_VALUE ? Integer.MAX_VALUE : Math.max(most, (long) child);
        }
        Tree.child(most, Math.max(count, 1), at, inspection);
    }
}
