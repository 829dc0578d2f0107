using System.Collections.Generic;
using System.IO;
using System.Threading;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>
/// Collects inputs of a run and makes the targets of them: each endpoint once, however many objects name it. Not for several threads at
/// once. What an input adds is added whole or, where the input is refused, not at all.
/// </summary>
public sealed class EndpointInputs
{
    private readonly TargetList _targets = new();
    private readonly List<EndpointObservation> _observations = [];
    private IReadOnlyList<PinnedServer> _direct = [];
    private IReadOnlyList<PinnedServer> _via = [];

    /// <summary>The targets, in the order in which they were first named.</summary>
    public IReadOnlyList<EndpointTarget> Targets => _targets.Targets;

    /// <summary>Saved observations, in input order.</summary>
    public IReadOnlyList<EndpointObservation> Observations => _observations;

    /// <summary>
    /// Pins servers and devices on every endpoint that is added from now on, whatever names it: they are probed instead of the addresses
    /// in DNS. A name in <paramref name="via"/> that is the endpoint's own brings those back.
    /// </summary>
    /// <param name="direct">Servers behind the name, by address or name.</param>
    /// <param name="via">Devices in front, by address or name.</param>
    /// <exception cref="EndpointInputException">One of them is neither an address nor a name (<c>AddressInvalid</c>).</exception>
    public void Pin(IReadOnlyList<string> direct, IReadOnlyList<string> via)
    {
        _direct = PinnedText.ParseAll(direct);
        _via = PinnedText.ParseAll(via);
    }

    /// <summary>
    /// Takes a URI, a host name, host:port, or an IP address as a user types or pastes it. Without a scheme it is https; a bare root, /EWS
    /// and the address of EWS stand for <see cref="EndpointTarget.DefaultPath"/>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="direct">Servers behind the name, by address or name.</param>
    /// <param name="via">Devices in front, by address or name.</param>
    /// <exception cref="EndpointInputException">It is none of these (<c>UriInvalid</c>, <c>AddressInvalid</c>).</exception>
    public void AddText(string text, IReadOnlyList<string> direct, IReadOnlyList<string> via) =>
        Add(Pinned(TextInput.Target(text), PinnedText.ParseAll(direct), PinnedText.ParseAll(via)));

    /// <summary>Takes an e-mail address whose endpoint Autodiscover is to find. Addresses of one domain are one target.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="EndpointInputException">It is no e-mail address (<c>EmailAddressInvalid</c>).</exception>
    public void AddEmailAddress(string address)
    {
        string email = EmailText.Parse(address, out string domain);
        _targets.Add(new EndpointTarget(EndpointText.Parse(domain))
        {
            Origin = TargetOrigin.Autodiscover,
            OriginName = email,
            EmailAddress = email,
        });
    }

    /// <summary>Takes an object and finds out by its shape what it is.</summary>
    /// <param name="view">The object.</param>
    /// <returns>What it is; <see cref="EndpointInput.Skipped"/> says why it was left out.</returns>
    /// <exception cref="EndpointInputException">
    /// It is nothing that names an endpoint (<c>NotAnEndpoint</c>, <c>UriInvalid</c>), or a saved observation that cannot be read
    /// (<c>ObservationInvalid</c>).
    /// </exception>
    public EndpointInput AddObject(IObjectView view)
    {
        EndpointShape shape = EndpointShapes.Find(view) ?? throw NotAnEndpoint(view);
        EndpointInput input = shape.Read(view);
        if (input.Target is { } target)
            Add(target);
        else if (input.VirtualDirectory is { } directory)
            Add(PublishedNames.TargetOf(directory));
        else if (input.Observation is { } observation)
            _observations.Add(observation);
        return input;
    }

    /// <summary>Takes all objects of a CLIXML file: results, observations, virtual directories, endpoints, statistics, strings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops between and inside objects.</param>
    /// <returns>What could not be taken, or was left out, with the number of the object; the others are taken all the same.</returns>
    public IReadOnlyList<EndpointInputProblem> AddFile(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return AddStream(InputFile.Open(path), path, cancellationToken);
        }
        catch (InputFileException e)
        {
            return [new EndpointInputProblem(e.Code, e.Message, path, 0)];
        }
    }

    /// <summary>As <see cref="AddFile"/>, from a stream such as standard input.</summary>
    /// <param name="stream">CLIXML in any encoding; need not be seekable. Disposed.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="cancellationToken">Stops between and inside objects.</param>
    /// <returns>What could not be taken, or was left out.</returns>
    public IReadOnlyList<EndpointInputProblem> AddStream(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        using ClixmlReader reader = new(stream, name, EndpointFile.Options);
        return new EndpointFile(text => AddText(text, [], []), view => AddObject(view).Skipped, reader).Read(cancellationToken);
    }

    // Autodiscover has yet to find the endpoint that servers could stand behind.
    private void Add(EndpointTarget target) => _targets.Add(Pinned(target, _direct, _via));

    // Who names addresses wants these, not what DNS says: the name may not be published yet. A virtual directory brings its server along
    // and is compared with the name all the same (J17).
    private static EndpointTarget Pinned(EndpointTarget target, IReadOnlyList<PinnedServer> direct, IReadOnlyList<PinnedServer> via) => target with
    {
        Direct = [.. target.Direct, .. direct],
        Via = [.. target.Via, .. via],
        ProbeName = target.ProbeName && (direct.Count + via.Count == 0 || target.Origin == TargetOrigin.VirtualDirectory),
    };

    private static EndpointInputException NotAnEndpoint(IObjectView view)
    {
        string type = view.TypeNames.Count > 0 ? view.TypeNames[0] : "of unknown type";
        return new EndpointInputException(
            "NotAnEndpoint",
            $"The object ({PastedText.Show(type)}) names no migration endpoint. Give output of Get-WebServicesVirtualDirectory (Exchange Management Shell), "
            + "of Get-MigrationEndpoint or Get-MoveRequestStatistics (Exchange Online PowerShell), a saved result of Test-MrsProxyEndpoint, or a URI.");
    }
}
