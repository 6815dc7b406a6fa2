import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Identification;
import io.casemate.core.threat.Reach;
import java.nio.file.Path;

/** Times the rules: from a model that is read to all of its scenarios, ten rounds in one JVM. */
public final class Rules {
    public static void main(String[] args) {
        Knowledge knowledge = Knowledge.builtIn();
        SystemModel model = SystemModelReader.read(Path.of(args[0]), knowledge.vocabulary());
        for (int round = 0; round < 10; round++) {
            long start = System.nanoTime();
            var evaluator = new Evaluator(Topology.of(model), new FactBook(knowledge.facts()));
            Reach reach = Reach.of(
                    evaluator, model.adversaries(), knowledge.standings(), knowledge.weights().frequency());
            Identification found = Identification.of(
                    evaluator, reach, knowledge.weights(), knowledge.threats().values());
            System.out.printf(
                    "%d (%d scenarios)%n",
                    (System.nanoTime() - start) / 1_000_000, found.scenarios().size());
        }
    }
}
