using System.Collections.Generic;

namespace MrsDiag.Endpoints.Probing;

// What an e-mail address led to: the endpoint to probe, or none and why.
internal sealed record FoundEndpoint(EndpointTarget? Target, IReadOnlyList<AutodiscoverStep> Steps, string Detail);
