namespace MrsDiag.RulePacks.Help;

/// <summary>The examples of the help. A test reads them as packs, so that what people copy works.</summary>
internal static class HelpExamples
{
    /// <summary>A whole pack.</summary>
    public const string Pack = """
        # yaml-language-server: $schema=schema/rulepack-v1.schema.json
        format: mrsdiag/v1
        pack: my-rules
        version: 1.0.0
        description: Causes seen in our own migrations.
        sources: [move-report]

        rules:
          - id: MRS9001
            name: many-network-failures
            title: The network interrupts the move again and again
            status: stable
            severity: warning
            confidence: medium
            role: cause
            owner: network
            description: Failures of one class come in quick succession.
            settings:
              window: { default: 1h, min: 1m, description: How close together. }
              least: { default: 3, min: 2, unit: failures, description: How many. }
            select: failures
            where:
              all:
                - { field: failureType, startsWith: Communication }
                - not: { field: message, contains: maintenance }
            group:
              count: true
              within: ${window}
              gte: ${least}
            cases:
              - where: { field: group.count, gte: 10 }
                confidence: high
            message: '{group.count} failures within {group.span}: {failureType}.'
            remediation:
              - text: Look for resets in the log of the firewall.
                runIn: firewall
            references:
              - https://learn.microsoft.com/exchange/troubleshoot
            tests:
              - name: three failures in ten minutes
                given:
                  failures:
                    - at: 2024-05-01T10:00:00Z
                      failureType: CommunicationErrorTransientException
                    - at: 2024-05-01T10:05:00Z
                      failureType: CommunicationErrorTransientException
                    - at: 2024-05-01T10:10:00Z
                      failureType: CommunicationErrorTransientException
                expect:
                  - { confidence: medium, count: 3 }
              - name: near miss, two failures
                given:
                  failures:
                    - at: 2024-05-01T10:00:00Z
                      failureType: CommunicationErrorTransientException
                    - at: 2024-05-01T10:05:00Z
                      failureType: CommunicationErrorTransientException
                expect: none

        """;

    /// <summary>An overlay over <see cref="Pack"/>.</summary>
    public const string Overlay = """
        format: mrsdiag-overrides/v1
        severity: { MRS9001: information }
        settings: { MRS9001.window: 2h, MRS9001.least: 5 }

        """;
}
