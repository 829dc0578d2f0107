using System.Collections.Generic;

namespace MrsDiag.RulePacks.Tests.Support;

/// <content>Faults that need the catalog or the rest of the rule.</content>
internal static partial class FaultSamples
{
    private static IEnumerable<FaultSample> Facts() =>
    [
        FaultSample.Measures("RP0202", "collection of another source", "sources: [journey]", "sources: [probe]", "bags").And("select: failures", "select: bags"),
        Full("RP0203", "misspelt field", "{ field: message, startsWith: The }", "{ field: mesage, startsWith: The }", "mesage"),
        Full("RP0203", "misspelt field of the parent", "{ field: trip.status, exists: false }", "{ field: trip.statu, exists: false }", "trip.statu"),
        Full("RP0203", "misspelt field in needs", "needs: [server, trip.status]", "needs: [servr, trip.status]", "servr"),
        Full("RP0203", "misspelt field in by", "by: [build, trip.status]", "by: [biuld, trip.status]", "biuld"),
        Full("RP0203", "misspelt group value", "group.span, lt: 5m", "group.spam, lt: 5m", "group.spam"),
        Full("RP0203", "list of group values in a condition", "{ field: group.distinct, gte: 3 }", "{ field: group.values, contains: x }", "group.values"),
        Full("RP0203", "no transport to compare with", "appliesTo: { scenarios: [unknown] }", "appliesTo: { scenarios: [unknown], transports: [unknown] }", "transports"),
        Full("RP0204", "contains on a number", "{ field: code, gt: 5 }", "{ field: code, contains: x }", "contains"),
        Full("RP0204", "greater on a text", "{ field: message, startsWith: The }", "{ field: message, gt: The }", "gt"),
        Full("RP0204", "case of a number", "{ field: code, gt: 5 }", "{ field: code, gt: 5, caseSensitive: true }", "caseSensitive"),
        Full("RP0206", "value outside the list", "{ field: side, equals: Source }", "{ field: side, equals: Sorce }", "Sorce"),
        Full("RP0206", "one value of several outside the list", "{ field: side, in: [Source, Target] }", "{ field: side, in: [Source, target] }", "target"),
        Full("RP0206", "scenario of another source", "scenarios: [unknown]", "scenarios: [offboarding]", "offboarding"),
        Full("RP0207", "parenthesis not closed", "match: '^\\s*(seq|ses)", "match: '^\\s*(seq|ses", "("),
        Full("RP0207", "parenthesis not opened", "match: '^\\s*(seq|ses)", "match: 'it''s seq|ses)", ")"),
        Full("RP0207", "class not closed", "match: '^\\s*(seq|ses)\\b[^]]+\\d{2,}?'", "match: \"a\\t\\u200e \\\\[[b\"", "["),
        Full("RP0207", "backslash at the end", "match: '^\\s*(seq|ses)\\b[^]]+\\d{2,}?'", "match: seq\\", "\\"),
        Full("RP0207", "nothing to repeat", "match: '^\\s*(seq|ses)\\b[^]]+\\d{2,}?'", "match: '*.contoso'", "*"),
        Full("RP0207", "fault without a place", "match: '^\\s*(seq|ses)\\b[^]]+\\d{2,}?'", "match: '[z-a]'", "'[z-a]'"),
        Full("RP0208", "field of another type", Status, "{ field: took, exists: true }", "took"),
        Full("RP0208", "field of one source", Status, "{ field: route, exists: true }", "route"),
        Full("RP0208", "parent field of one source", Status, "{ field: trip.target, exists: true }", "trip.target"),
        Full("RP0208", "placeholder of one source", "'Status {status}: {text}'", "'Status {route}: {text}'", "{route}"),
        Full("RP0208", "collection of one source", "select: calls", "select: bags", "bags"),
        Full("RP0209", "group value without group", Status, "{ field: group.count, gte: 500 }", "group.count"),
        Full("RP0209", "group value where items are chosen", "{ field: code, gt: 5 }", "{ field: group.count, gt: 5 }", "group.count"),
    ];

    private static IEnumerable<FaultSample> Rules() =>
    [
        FaultSample.Measures("RP0303", "window over items without time", "select: failures", "select: bags", "within").And("{ count: true, gt: 3 }", "{ count: true, gt: 3, within: 2h }"),
        FaultSample.Measures("RP0303", "gap between items without time", "select: failures", "select: bags", "gap").And("{ count: true, gt: 3 }", "{ gap: true, gt: 3h }"),
        FaultSample.Measures("RP0304", "sum of a text", "sum: code", "sum: server", "server"),
        FaultSample.Measures("RP0304", "percentile of a text", "field: code, p", "field: server, p", "server"),
        Full("RP0305", "window without group", "unclaimed: true", "cases: [{ within: 5m }]", "within"),
        Full("RP0306", "warning without remediation", "severity: information", "severity: warning", "MRS3002"),
        Full("RP0306", "case that is a warning", "unclaimed: true", "cases: [{ where: " + Status + ", severity: error }]", "{ where: " + Status + ", severity: error }"),
        Full("RP0307", "explains nobody", "explains: [MRS3002]", "explains: [MRS3999]", "MRS3999"),
        Full("RP0307", "related to nobody", "related: [MRS3002]", "related: [MRS3999]", "MRS3999"),
        Full("RP0307", "waits for nobody", "{ rule: MRS3002 }", "{ rule: MRS3999 }", "MRS3999"),
        Full("RP0307", "caused by nobody", "causedBy: MRS3002", "causedBy: MRS3999", "MRS3999"),
        Full("RP0307", "setting of nobody in a test", "MRS3001.window: 30m", "MRS3999.window: 30m", "MRS3999.window"),
        FaultSample.Measures("RP0307", "sequence of nobody", "sequence: [MRS4001, MRS4002]", "sequence: [MRS4001, MRS3999]", "MRS3999"),
        Full("RP0308", "two rules", Status, "{ rule: MRS3001 }", "MRS3001"),
        FaultSample.Measures("RP0308", "one rule", "sequence: [MRS4001, MRS4002]", "sequence: [MRS4001, MRS4008]", "MRS4008"),
        Full("RP0309", "successor of a living rule", "status: experimental", "status: experimental\n    replacedBy: MRS3001", "replacedBy"),
        Full("RP0310", "deprecated", "status: experimental", "status: deprecated\n    replacedBy: MRS3001", "deprecated"),
        Full("RP0311", "case behind one without condition", "      - confidence: medium", "      - confidence: medium\n      - confidence: high", "confidence"),
    ];

    private static IEnumerable<FaultSample> Settings() =>
    [
        Full("RP0401", "misspelt setting", "      within: ${window}", "      within: ${windw}", "${windw}").And("maxGap: ${longGap}", "maxGap: ${window}").And("      longGap: { default: 1h, description: How far apart. }\n", ""),
        Full("RP0401", "misspelt setting in a message", "{setting.window}", "{setting.windw}", "{setting.windw}"),
        Full("RP0402", "setting that nothing reads", "      longGap:", "      spare: { default: 1, description: Spare. }\n      longGap:", "spare"),
        Full("RP0402", "setting that only the message reads", "{setting.window}", "{setting.spare}", "spare").And("      longGap:", "      spare: { default: 1, description: Spare. }\n      longGap:"),
        Full("RP0403", "default above max", "default: 45m", "default: 2d", "2d"),
        Full("RP0403", "min above max", "min: 2, max: 9", "min: 20, max: 9", "20"),
        Full("RP0403", "min of another type", "min: 2, max: 9", "min: 2m, max: 9", "2m"),
        Full("RP0403", "list with a min", "default: [CommunicationError, TimeoutError]", "default: [CommunicationError], min: 1", "1"),
        Full("RP0404", "number for a window", "      within: ${window}", "      within: ${minServers}", "${minServers}").And("maxGap: ${longGap}", "maxGap: ${window}").And("      longGap: { default: 1h, description: How far apart. }\n", ""),
        Full("RP0404", "duration for a list", "{ field: type, in: \"${classes}\" }", "{ field: type, in: \"${window}\" }", "\"${window}\"").And("startsWith: The", "contains: ${classes}").And("{ field: message, contains: ${classes} }", "{ field: message, contains: '${classes}' }"),
        Full("RP0404", "setting for a time", "{ field: seen, lt: 2024-05-01 }", "{ field: seen, lt: '${window}' }", "'${window}'"),
        Full("RP0404", "setting inside a list", "contains: [sequence, session]", "contains: [sequence, '${classes}']", "'${classes}'"),
        Full("RP0501", "no message", "    message: 'Status {status}: {text}'\n", "", "MRS3002"),
        Full("RP0502", "brace not closed", "'Status {status}: {text}'", "'Status {status: {text}'", "{"),
        Full("RP0502", "brace not opened", "'Status {status}: {text}'", "'Status status}: {text}'", "}"),
        Full("RP0503", "misspelt placeholder", "'Status {status}: {text}'", "'It''s {statos}: {text}'", "{statos}"),
        Full("RP0503", "misspelt placeholder in folded text", "'Status {status}: {text}'", ">-\n      Status {status}:\n      and {txt}.", "{txt}"),
        Full("RP0503", "group value without group", "'Status {status}: {text}'", "'Status {group.count}: {text}'", "{group.count}"),
    ];

    private static IEnumerable<FaultSample> Tests() =>
    [
        FaultSample.Measures("RP0601", "no tests", "status: experimental", "status: stable", "MRS4001"),
        Full("RP0601", "no near miss", "status: experimental", "status: test", "tests"),
        Full("RP0601", "no hit", "status: experimental", "status: test", "tests").And("expect:\n          - { count: 1 }", "expect: none"),
        Full("RP0603", "text for a source without reader", "given: { calls: [{ at: 2024-05-01T10:00:00Z, status: 503, took: long }] }", "given: { text: x }", "text"),
        Full("RP0604", "text that the source refuses", "One line.", "BOOM", "BOOM"),
        Full("RP0604", "facts that cannot be completed", "server: CAS2,", "server: CAS2, message: BOOM,", "trip"),
        Full("RP0605", "source of another rule", "source: journey", "source: probe", "probe"),
    ];

    private static IEnumerable<FaultSample> Overlays() =>
    [
        FaultSample.Overlay("RP0701", "disables nobody", "disable: [MRS3002]", "disable: [MRS3003]", "MRS3003"),
        FaultSample.Overlay("RP0701", "severity of nobody", "{ MRS3001: information }", "{ MRS3999: information }", "MRS3999"),
        FaultSample.Overlay("RP0702", "misspelt setting", "MRS3001.minServers", "MRS3001.minServer", "MRS3001.minServer"),
        FaultSample.Overlay("RP0703", "number for a duration", "MRS3001.window: 1h30m", "MRS3001.window: 90", "90"),
        FaultSample.Overlay("RP0703", "above max", "MRS3001.minServers: 3", "MRS3001.minServers: 30", "30"),
        FaultSample.Overlay("RP0703", "below min", "MRS3001.window: 1h30m", "MRS3001.window: 1s", "1s"),
        FaultSample.Overlay("RP0102", "key of a pack", "disable:", "rules: []\ndisable:", "rules").Shape(),
        FaultSample.Overlay("RP0106", "unknown severity in an overlay", "{ MRS3001: information }", "{ MRS3001: info }", "info").Shape(),
    ];
}
