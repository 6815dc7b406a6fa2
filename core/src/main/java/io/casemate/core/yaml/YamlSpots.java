package io.casemate.core.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds spots from the parser's events. The text has been read before, so its depth is limited. */
final class YamlSpots {
    private final Iterator<Event> events;

    private YamlSpots(Iterator<Event> events) {
        this.events = events;
    }

    static Optional<YamlSpot> of(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(YamlLimits.DEFAULT.bytesMax())
                .build();
        var spots = new YamlSpots(new Parse(settings).parseString(text).iterator());
        while (spots.events.hasNext()) {
            Event event = spots.events.next();
            if (event instanceof ScalarEvent || event instanceof CollectionStartEvent) {
                return Optional.of(spots.spot(event));
            }
        }
        return Optional.empty();
    }

    private YamlSpot spot(Event event) {
        int start = index(event.getStartMark());
        return switch (event) {
            case ScalarEvent scalar -> new YamlSpot.Text(scalar.getValue(), start, index(scalar.getEndMark()));
            case MappingStartEvent mapping -> keys(mapping, start);
            case CollectionStartEvent sequence -> items(sequence, start);
            default -> throw new IllegalArgumentException("no value begins with " + event);
        };
    }

    private YamlSpot items(CollectionStartEvent begin, int start) {
        List<YamlSpot> items = new ArrayList<>();
        Event next = events.next();
        while (!(next instanceof CollectionEndEvent)) {
            items.add(spot(next));
            next = events.next();
        }
        boolean flow = begin.getFlowStyle() == FlowStyle.FLOW;
        int end = flow || items.isEmpty()
                ? index(next.getEndMark())
                : items.getLast().end();
        return new YamlSpot.Items(items, flow, column(begin), start, end);
    }

    private YamlSpot keys(MappingStartEvent begin, int start) {
        Map<String, YamlSpot.Field> fields = new LinkedHashMap<>();
        Event next = events.next();
        int last = start;
        while (!(next instanceof CollectionEndEvent)) {
            if (!(spot(next) instanceof YamlSpot.Text key)) {
                throw new IllegalArgumentException("a key is no text");
            }
            YamlSpot value = spot(events.next());
            fields.put(key.value(), new YamlSpot.Field(key, value));
            last = Math.max(key.end(), value.end());
            next = events.next();
        }
        boolean flow = begin.getFlowStyle() == FlowStyle.FLOW;
        return new YamlSpot.Keys(fields, flow, column(begin), start, flow ? index(next.getEndMark()) : last);
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0);
    }

    private static int index(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElseThrow(() -> new IllegalStateException("the parser gave no place"));
    }
}
