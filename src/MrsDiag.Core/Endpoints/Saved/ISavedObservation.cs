namespace MrsDiag.Endpoints;

/// <summary>What every saved observation has, so that one reader reads them all.</summary>
internal interface ISavedObservation
{
    /// <summary>The layout.</summary>
    int Format { get; }

    /// <summary>The endpoint.</summary>
    string Uri { get; }

    /// <summary>Its host name.</summary>
    string Host { get; }
}
