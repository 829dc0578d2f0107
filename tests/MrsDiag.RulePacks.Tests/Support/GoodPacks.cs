namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>Packs without a fault. Samples of faults are made from them by one change each.</summary>
internal static class GoodPacks
{
    /// <summary>Uses every key of the format once at least.</summary>
    public const string Full = """
        format: mrsdiag/v1
        pack: test-pack
        version: 1.2.3
        description: A pack for tests.
        sources: [journey]

        rules:
          - id: MRS3001
            name: affinity-lost
            title: The balancer does not keep one session on one server
            status: stable
            severity: error
            confidence: low
            role: cause
            owner: network
            appliesTo:
              scenarios: [onboarding, unknown]
              transports: [mrsproxy, unknown]
            description: >-
              Two servers
              report the same failure.
            settings:
              window: { default: 45m, min: 1m, max: 1d, description: How close. }
              longGap: { default: 1h, description: How far apart. }
              minServers: { default: 2, min: 2, max: 9, unit: servers, description: How many. }
              classes: { default: [CommunicationError, TimeoutError], description: Which classes. }
            select: failures
            needs: [server, trip.status]
            where:
              all:
                - { field: message, contains: "no longer recognizes" }
                - { field: message, contains: [sequence, session], caseSensitive: true }
                - { field: type, in: "${classes}" }
                - any:
                    - { field: side, equals: Source }
                    - { field: side, in: [Source, Target] }
                    - { field: message, startsWith: The }
                    - { field: message, endsWith: ended }
                    - { field: message, like: "*seq*" }
                    - { field: message, match: '^\s*(seq|ses)\b[^]]+\d{2,}?' }
                - not: { field: isFatal, equals: true }
                - not:
                    any:
                      - { field: code, in: [1, -2, 3.5] }
                      - { field: code, gt: 5 }
                      - { field: timeout, gte: 1m30s }
                      - { field: seen, lt: 2024-05-01 }
                      - { field: build, lte: 15.1 }
                      - { field: trip.version, gte: 15.0.847 }
                      - { field: trip.status, exists: false }
                      - { field: types, contains: Outer }
                      - { rule: MRS3002 }
            unclaimed: false
            group:
              by: [build, trip.status]
              distinct: server
              within: ${window}
              gte: ${minServers}
            cases:
              - within: 10m
                maxGap: ${longGap}
                where:
                  all:
                    - { field: group.distinct, gte: 3 }
                    - { field: group.span, lt: 5m }
                    - { field: group.measured, gte: '${minServers}' }
                    - { field: side, equals: Target }
                severity: warning
                confidence: high
                owner: directory
                title: Another title
                message: '{group.values} within {group.span}'
                remediation:
                  - { text: Do that., runIn: mrsDiag }
              - confidence: medium
            message: '{{literal}} {subject} {message} {trip.status} {group.count} {group.distinct} {group.first} {group.last} {count} {first} {last} {span} {setting.window}'
            uncaused: Its cause is not in the input.
            evidence: 7
            explains: [MRS3002]
            remediation:
              - { text: Do this., runIn: loadBalancer, owner: onPremises }
            references:
              - https://learn.microsoft.com/exchange
              - { url: "https://www.rfc-editor.org/rfc/rfc9110#section-15", title: HTTP, date: 2022-06 }
            falsepositives: [Somebody took a server out.]
            tags: [affinity]
            related: [MRS3002]
            tests:
              - name: two servers
                source: journey
                settings: { MRS3001.window: 30m, MRS3001.minServers: 3, MRS3001.classes: [A, B] }
                given:
                  trip: { scenario: onboarding, transport: mrsproxy, version: 15.1, weight: 12, started: 2024-05-01T10:00:00+02:00 }
                  failures:
                    - { at: 2024-05-01T10:00:00Z, server: CAS1, message: "x", code: -5, timeout: 90s, isFatal: false, types: [a, b], sides: [Source], build: 15.0.847.32 }
                    - { at: 2024-05-01 10:05, server: CAS2, seen: 2024-05-01 }
                  bags: []
                expect:
                  - { confidence: medium, severity: error, message: whole, title: t, count: 2, causedBy: MRS3002 }
                  - { causedBy: '' }
              - name: text is read
                given:
                  text: |
                    One line.
                      Another: line.
                expect: none
              - name: cannot tell
                given: { trip: { status: x } }
                expect: not-evaluated

          - id: MRS3002
            name: mailbox-busy
            title: The mailbox is busy
            status: experimental
            severity: information
            confidence: medium
            role: symptom
            owner: nobody
            sources: [journey, probe]
            appliesTo: { scenarios: [unknown] }
            description: Busy.
            select: calls
            where: { field: status, gte: 500 }
            message: 'Status {status}: {text}'
            references: [https://learn.microsoft.com/exchange]
            unclaimed: true
            tests:
              - name: probe
                source: probe
                given: { calls: [{ at: 2024-05-01T10:00:00Z, status: 503, took: long }] }
                expect:
                  - { count: 1 }

        """;

    /// <summary>A second pack, with every measure.</summary>
    public const string Measures = """
        format: mrsdiag/v1
        pack: measures
        version: 1.0.0-beta.1
        description: Measures.
        rules:
          - &RULE;
            id: MRS4001
            group: { count: true, gt: 3 }
          - &RULE;
            id: MRS4002
            group: { sum: code, lte: 3.5 }
          - &RULE;
            id: MRS4003
            group: { avg: timeout, gt: 90s }
          - &RULE;
            id: MRS4004
            group: { max: timeout, lt: 250ms, within: 2h }
          - &RULE;
            id: MRS4005
            group: { percentile: { field: code, p: 95 }, gte: 3 }
          - &RULE;
            id: MRS4006
            group: { ratio: { of: { field: side, equals: Source } }, gte: 0.5 }
          - &RULE;
            id: MRS4007
            group: { gap: true, gte: 4h }
          - &RULE;
            id: MRS4008
            group: { sequence: [MRS4001, MRS4002] }

        """;

    /// <summary>An overlay over <see cref="Full"/>.</summary>
    public const string Overlay = """
        format: mrsdiag-overrides/v1
        disable: [MRS3002]
        severity: { MRS3001: information }
        settings:
          MRS3001.minServers: 3
          MRS3001.window: 1h30m
          MRS3001.classes: [A, B]

        """;

    private const string RuleHead = """
        name: measure
            title: A measure
            status: experimental
            severity: information
            confidence: low
            role: normal
            owner: nobody
            sources: [journey]
            description: Measures.
            select: failures
            message: Measured.
            references: [https://learn.microsoft.com/exchange]
        """;

    /// <summary><see cref="Measures"/> with the common keys of its rules written out.</summary>
    public static string AllMeasures => Measures.Replace("&RULE;", RuleHead);
}
