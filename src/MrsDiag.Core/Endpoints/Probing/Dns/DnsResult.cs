using System.Collections.Generic;
using System.Net;

namespace MrsDiag.Endpoints.Probing;

// What was seen of a name, and the addresses to go on with.
internal sealed record DnsResult(DnsObservation Observation, IReadOnlyList<IPAddress> Addresses);
